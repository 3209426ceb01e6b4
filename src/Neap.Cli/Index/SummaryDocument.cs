using System.Globalization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The totals of an index, as JSON.</summary>
internal sealed record SummaryDocument
{
    public required string Store { get; init; }

    public required int Revisions { get; init; }

    public required long Indexed { get; init; }

    public required long Skipped { get; init; }

    public required long Failed { get; init; }

    public required int Runs { get; init; }

    public required SortedDictionary<string, int> RunsByStatus { get; init; }

    public required long Lines { get; init; }

    public required long Succeeded { get; init; }

    public required long Errors { get; init; }

    public static SummaryDocument Of(StatusDocument status, IReadOnlyList<RunRecord> runs)
    {
        var byStatus = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in runs.Select(run => Names.Of(run.Status)))
        {
            byStatus[name] = byStatus.GetValueOrDefault(name) + 1;
        }

        return new SummaryDocument
        {
            Store = status.Store,
            Revisions = status.Revisions.Count,
            Indexed = status.Revisions.Sum(revision => revision.Files.Indexed),
            Skipped = status.Revisions.Sum(revision => revision.Files.Skipped),
            Failed = status.Revisions.Sum(revision => revision.Files.Failed),
            Runs = runs.Count,
            RunsByStatus = byStatus,
            Lines = runs.Sum(run => run.Counts.Processed),
            Succeeded = runs.Sum(run => run.Counts.Succeeded),
            Errors = runs.Sum(run => run.Counts.Errors),
        };
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"Index {Store}");
        output.WriteLine(Format($"  files    {Indexed:N0} indexed, {Skipped:N0} skipped, {Failed:N0} failed in {Revisions:N0} revisions"));
        output.WriteLine(Format($"  runs     {Runs:N0}: {string.Join(", ", RunsByStatus.Select(pair => $"{pair.Value} {pair.Key}"))}"));
        output.WriteLine(Format($"  lines    {Lines:N0} processed, {Succeeded:N0} done; {Errors:N0} errors on the way"));
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
