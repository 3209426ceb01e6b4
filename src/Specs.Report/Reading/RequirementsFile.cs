using System.Text.RegularExpressions;
using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>Reads the requirements, and finds the examples that carry their ids.</summary>
internal static partial class RequirementsFile
{
    public static IReadOnlyList<Requirement> Read(string path)
    {
        var rows = Yaml.Rows(path).Select(row => row.Knowing("id", "area", "proof", "text")).ToList();
        var twice = rows.GroupBy(row => row["id"], StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? [.. rows.Select(RequirementOf)]
            : throw twice.Last().Wrong($"has the id {twice.Key} once more");
    }

    public static Coverage Cover(IReadOnlyList<Requirement> requirements, IReadOnlyList<Outcome> outcomes)
    {
        var byTag = outcomes
            .SelectMany(outcome => outcome.Example.Tags.Select(tag => (Id: tag.TrimStart('@'), Outcome: outcome)))
            .ToLookup(pair => pair.Id, pair => pair.Outcome, StringComparer.Ordinal);
        var known = requirements.Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. requirements.Select(requirement => new RequirementProof(requirement, [.. byTag[requirement.Id]]))],
            [.. byTag.Where(tag => IdForm().IsMatch(tag.Key) && !known.Contains(tag.Key))
                .Select(tag => new UnknownId(tag.Key, [.. tag.Select(outcome => outcome.Example)]))]);
    }

    private static Requirement RequirementOf(YamlRow row) =>
        new(row.Required("id"), row["area"], row["proof"], row.Required("text"));

    [GeneratedRegex("^[A-Z]{1,4}-[0-9]+$")]
    private static partial Regex IdForm();
}
