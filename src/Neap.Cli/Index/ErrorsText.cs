using System.Globalization;

namespace Neap.Cli;

/// <summary>Failures in words.</summary>
internal static class ErrorsText
{
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
            var path = error.Path is { } known ? Terminal.Safe(known) : Format($"line {error.Line}");
            output.WriteLine(Format(
                $"  {path}  {error.Category}, {error.Severity}, tried {error.Attempts}×, {error.State}  ({error.Collection}/{error.Repository})"));
            output.WriteLine($"    {Terminal.Safe(error.Message)}");
        }

        output.WriteLine(document.Dead < document.Total
            ? "`neap index retry` tries again what may be mended by that."
            : "Mend the files; the next sync takes them. `neap index retry --dead` tries all the same.");
    }

    private static string Counts(SortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => Format($"{pair.Value:N0} {pair.Key}")));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
