using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>Reads which scenarios may be red for a while.</summary>
internal static class QuarantineFile
{
    public static Quarantine Read(string path, Suite suite)
    {
        var entries = Yaml.Rows(path).Select(EntryOf).ToArray();
        return new(entries, [.. entries.Where(entry => !Examples(entry, suite).Any())]);
    }

    /// <summary>The examples that an entry is about: all rows of its scenario.</summary>
    public static IEnumerable<Example> Examples(QuarantineEntry entry, Suite suite) => suite.Features
        .Where(feature => feature.Path == entry.Feature)
        .SelectMany(feature => feature.AllScenarios)
        .Where(scenario => scenario.Name == entry.Scenario)
        .SelectMany(scenario => scenario.Examples);

    private static QuarantineEntry EntryOf(YamlRow row)
    {
        row.Knowing("feature", "scenario", "owner", "reason", "since", "until");
        return new(
            row.Required("feature"), row.Required("scenario"), row["owner"], row["reason"],
            row.Day("since"), row.Day("until"));
    }
}
