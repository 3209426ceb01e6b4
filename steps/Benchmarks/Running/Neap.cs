using Benchmarks.Measuring;

namespace Benchmarks.Running;

/// <summary>The <c>neap</c> that is measured, used as anybody uses it.</summary>
internal sealed class Neap(string program, Workload workload)
{
    private const int SomeFilesFailed = 1;

    /// <summary>Measures one sync; a sync may end saying that some files are no text, nothing else.</summary>
    public void Sync(Series series, string store, params IReadOnlyList<string> options)
    {
        var sample = Meter.Measure(new Launch(
            program, ["index", "sync", workload.Repository, "--store", store, "--quiet", .. options]));
        series.Add(sample);
        series.IsWrong |= sample.ExitCode is not (0 or SomeFilesFailed);
    }

    /// <summary>Compares the index with git; the row is wrong where they differ.</summary>
    public void Verify(Series series, string store)
    {
        var (exitCode, _) = Tool.Run(program, ["index", "verify", workload.Repository, "--store", store, "--quiet"]);
        series.IsWrong |= exitCode != 0;
    }

    /// <summary>Measures the shortest command.</summary>
    public void Version(Series series) => series.Add(Meter.Measure(new Launch(program, "--version")));

    /// <summary>What it says about itself.</summary>
    public string VersionText() => System.Text.Encoding.UTF8.GetString(Tool.Run(program, ["--version"]).Output).Trim();
}
