using System.Globalization;
using System.Text.Json.Serialization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>One run with everything the ledger knows of it, as JSON.</summary>
internal sealed record RunDetail(RunDocument Run, TimesDocument Times, IReadOnlyList<ErrorDocument> Errors)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LineDocument>? Lines { get; init; }

    public void Write(TextWriter output)
    {
        output.WriteLine(Format($"Run {Run.RunId} of {Run.Collection}/{Run.Repository} ({Run.Ref}): {Run.Status}"));
        output.WriteLine(Format($"  lines    {Run.Processed:N0} of {Run.Total:N0}: {Run.Succeeded:N0} done, {Run.Failed:N0} failed, {Run.Skipped:N0} skipped; {Run.Errors:N0} errors on the way"));
        output.WriteLine(Format($"  times    {Times.Lines:N0} read, {Times.AverageMs:0.###} ms each ({Times.ShortestMs:0.###} to {Times.LongestMs:0.###})"));
        foreach (var error in Errors)
        {
            output.WriteLine($"  failed   {ErrorsText.PlaceOf(error)} ({error.Category})");
        }

        foreach (var line in Lines ?? [])
        {
            output.WriteLine(Format($"  done     {line.Line} {line.Operation} {Terminal.Safe(line.Path)}"));
        }
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How long lines took, in milliseconds; those alone whose content had to be read.</summary>
internal sealed record TimesDocument(long Lines, double AverageMs, double ShortestMs, double LongestMs)
{
    public static TimesDocument Of(LineTimes times) => new(
        times.Lines, times.Average.TotalMilliseconds, times.Shortest.TotalMilliseconds, times.Longest.TotalMilliseconds);
}

/// <summary>A line that is done.</summary>
internal sealed record LineDocument(long Line, RepoPath Path, string Operation, double Ms);
