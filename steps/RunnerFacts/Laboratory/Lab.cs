using System.Globalization;
using System.Text.Json;

namespace RunnerFacts.Laboratory;

/// <summary>A suite in small: features and bindings as text, generated, compiled, run and looked at.</summary>
/// <remarks>Every laboratory is an assembly of its own, so what spoils one suite spoils nothing else.</remarks>
internal sealed class Lab
{
    private const string DefaultSettings = """
        { "runtime": { "missingOrPendingStepsOutcome": "Error" },
          "formatters": { "message": { "outputFilePath": "messages.ndjson" } } }
        """;

    private static int count;

    /// <summary>Feature texts by their path below the suite.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Features { get; init; }

    /// <summary>The members of one binding class.</summary>
    public string Steps { get; init; } = "";

    /// <summary>Further types.</summary>
    public string Types { get; init; } = "";

    /// <summary>The text of <c>reqnroll.json</c>.</summary>
    public string Settings { get; init; } = DefaultSettings;

    /// <summary>Runs one feature.</summary>
    public static Task<LabRun> RunAsync(string feature, string steps, string types = "") =>
        new Lab { Features = [new("features/lab.feature", feature)], Steps = steps, Types = types }.RunAsync();

    /// <summary>Runs scenarios of a feature that is called Lab.</summary>
    public static Task<LabRun> RunStepsAsync(string scenario, string steps, string types = "") => RunAsync(
        "Feature: Lab\n  Scenario: One\n"
            + string.Concat(scenario.Split('\n').Select(line => $"    {line}\n")),
        steps,
        types);

    public async Task<LabRun> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("runner-lab-").FullName;
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Lab{Interlocked.Increment(ref count)}");
            await File.WriteAllTextAsync(Path.Combine(folder, "reqnroll.json"), Settings);
            var assembly = Suite.Build(this, name, folder);
            var tests = await XunitRun.OfAsync(assembly);
            return new(tests, ReadMessages(folder), LabLog.Of(assembly));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JsonElement[] ReadMessages(string folder)
    {
        var path = Path.Combine(folder, "messages.ndjson");
        return File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
    }
}
