using System.Text.Json;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>Reads what a linter found, from the format that linters share.</summary>
internal static class SarifFile
{
    public static IReadOnlyList<LintFinding> Read(string path)
    {
        using var document = JsonInput.Parse(JsonInput.Text(path), path);
        var root = document.RootElement;
        return root.Child("runs") is null
            ? throw SpecsException.Input($"{path} holds no linter result; it has no runs.")
            : [.. root.List("runs").SelectMany(run => run.List("results")).Select(FindingOf)];
    }

    private static LintFinding FindingOf(JsonElement result)
    {
        var place = result.List("locations")
            .Select(location => location.Child("physicalLocation")).FirstOrDefault() ?? default;
        var file = place.Child("artifactLocation")?.Text("uri") ?? "";
        var line = place.Child("region")?.Number("startLine") ?? 0;
        return new(
            result.Text("ruleId"),
            result.Text("level") is { Length: > 0 } level ? level : "warning",
            result.Child("message")?.Text("text") ?? "",
            line > 0 ? $"{file}:{line}" : file);
    }
}
