using System.Globalization;
using System.Text.Json;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>Reads the last result of changes made by rule, as <c>specs mutants</c> writes it.</summary>
internal static class MutantsFile
{
    public static MutantTrials Read(string path)
    {
        using var document = JsonInput.Parse(JsonInput.Text(path), path);
        var root = document.RootElement;
        return new(
            DateOnly.TryParseExact(root.Text("date"), "yyyy-MM-dd", out var day) ? day : null,
            root.Text("commit"),
            root.List("groups").ToDictionary(part => part.Text("name"), part => (int)part.Number("possible")),
            [.. root.List("mutants").Where(mutant => mutant.Text("end") is "caught" or "missed" or "run-broken").Select(MutantOf)]);
    }

    private static TriedMutant MutantOf(JsonElement mutant) => new(
        mutant.Text("group"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(mutant.Text("file"))} line {mutant.Number("line")}: {mutant.Text("was")} → {mutant.Text("becomes")}"),
        mutant.Text("end") != "missed",
        [.. mutant.List("red").Select(anchor => anchor.GetString() ?? "")],
        mutant.Text("equivalent") is { Length: > 0 } reason ? reason : null);
}
