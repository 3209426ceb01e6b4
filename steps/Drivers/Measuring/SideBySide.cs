using System.Diagnostics;
using System.Text.Json;

namespace Drivers;

/// <summary>Lets the benchmark program measure limit, Neap and peers on a scenario's repository, and takes over its ratios.</summary>
public sealed class SideBySide(RepoDriver repos, Workspace workspace, Measurements measurements)
{
    // A processor shared with others is now and then twice as slow for a second: one sync of each says little.
    private const string Turns = "5";

    /// <summary>
    /// Measures and notes, for each stage and engine, what it took against Neap: first syncs and the syncs of a change as
    /// the median of five in turn, removals and renames once.
    /// </summary>
    public async Task MeasureAsync()
    {
        var result = workspace.Folder("benchmark.json");
        string[] shipped = NeapProcess.Shipped is { } folder ? ["--neap", Path.Combine(folder, "neap")] : [];
        await RunAsync(["run", repos.Current.Folder, "--rounds", "1", "--turns", Turns, "--out", result, .. shipped]);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(result));
        var report = document.RootElement;
        if (report.GetProperty("peers").Text("missing") is { Length: > 0 } reason)
        {
            throw new SpecException($"The peers were not measured: {reason}.");
        }

        foreach (var line in report.Items("comparison"))
        {
            var run = $"{line.Text("workload")}, {line.Text("engine")}";
            measurements.Note("time", run, line.GetProperty("time_against_neap").GetDouble());
            measurements.Note("processor time", run, line.GetProperty("cpu_against_neap").GetDouble());
            measurements.Note("memory", run, line.GetProperty("memory_mb").GetDouble());
            measurements.Note("wrong parts", run, line.Number("differences"));
        }
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var suite = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(suite.Parent!.Parent!.FullName, "Benchmarks", suite.Name, "Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo(NeapProcess.Dotnet(), [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new SpecException($"The benchmark ended with {process.ExitCode}: {await errors}{await output}");
        }
    }
}
