using RunnerFacts.Laboratory;

namespace RunnerFacts.Kit;

/// <summary>Runs the samples of Cucumber's compatibility kit and keeps the messages for the judge.</summary>
public sealed class CompatibilityKitFacts
{
    [SkippableFact]
    public async Task EverySampleThatAppliesRuns()
    {
        var kit = Environment.GetEnvironmentVariable("SPECS_KIT");
        var results = Environment.GetEnvironmentVariable("SPECS_KIT_RESULTS");
        Skip.If(
            kit is null || results is null,
            "The compatibility kit is left out by default; steps/Judges/judge.sh runs it.");
        Directory.CreateDirectory(results);
        foreach (var (sample, steps) in KitSamples.Steps)
        {
            var run = await new Lab { Features = [.. FeaturesOf(kit, sample)], Steps = steps }.RunAsync();
            run.Messages.Should().NotBeEmpty();
            await File.WriteAllLinesAsync(
                Path.Combine(results, $"{sample}.ndjson"), run.Messages.Select(message => message.GetRawText()));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> FeaturesOf(string kit, string sample) => Directory
        .EnumerateFiles(Path.Combine(kit, "features", sample), "*.feature")
        .Order(StringComparer.Ordinal)
        .Select(path => KeyValuePair.Create($"samples/{sample}/{Path.GetFileName(path)}", File.ReadAllText(path)));
}
