using System.Globalization;

namespace Neap.Cli;

/// <summary>Failures in words.</summary>
internal static class ErrorsText
{
    /// <summary>The failures as a table.</summary>
    public static readonly CsvTable<ErrorDocument> Table = new(
        ("path", error => error.Path),
        ("category", error => error.Category),
        ("severity", error => error.Severity),
        ("attempts", error => error.Attempts),
        ("state", error => error.State),
        ("collection", error => error.Collection),
        ("repository", error => error.Repository),
        ("line", error => error.Line),
        ("source_line", error => error.SourceLine),
        ("message", error => error.Message));

    public static void Write(TextWriter output, ErrorsDocument document)
    {
        if (document.Total == 0)
        {
            output.WriteLine("No file failed.");
            return;
        }

        output.WriteLine(Format($"{document.Total:N0} failed, {document.Dead:N0} of them for good: {Counts(document.ByCategory)}"));
        foreach (var error in document.Errors ?? [])
        {
            output.WriteLine(Format(
                $"  {PlaceOf(error)}  {error.Category}, {error.Severity}, tried {error.Attempts}×, {error.State}  ({error.Collection}/{error.Repository})"));
            output.WriteLine($"    {Terminal.Safe(error.Message)}");
        }

        output.WriteLine(document.Dead < document.Total
            ? "`neap index retry` tries again what may be mended by that."
            : "Mend the files; the next sync takes them. `neap index retry --dead` tries all the same.");
    }

    /// <summary>Where a failure is found: its path, and its line where the producer of a feed numbered it, or there is no path.</summary>
    public static string PlaceOf(ErrorDocument error)
    {
        var line = LineOf(error.Line, error.SourceLine);
        return error switch
        {
            { Path: null } => line,
            { Path: { } path, SourceLine: null } => Terminal.Safe(path),
            { Path: { } path } => $"{Terminal.Safe(path)} ({line})",
        };
    }

    /// <summary>A line by its place in the feed, and in what the feed was made from.</summary>
    public static string LineOf(long line, long? sourceLine) =>
        sourceLine is { } source ? Format($"line {line}, {source} in its source") : Format($"line {line}");

    private static string Counts(SortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => Format($"{pair.Value:N0} {pair.Key}")));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
