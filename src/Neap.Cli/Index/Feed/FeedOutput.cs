using System.CommandLine;
using System.Globalization;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Prints the reports of a feed.</summary>
internal sealed class FeedOutput(CommandHost host, ParseResult parsed)
{
    private const int FailuresShown = 20;

    /// <exception cref="OperationCanceledException">It was stopped before there was anything to report.</exception>
    public void Write(FeedOutcome outcome)
    {
        var reports = outcome.Reports;
        if (outcome.IsInterrupted && reports.Count == 0)
        {
            throw new OperationCanceledException(host.Interrupt);
        }

        if (parsed.GetValue<bool>("--json"))
        {
            WriteJson(reports);
        }
        else if (!parsed.GetValue<bool>("--quiet"))
        {
            foreach (var line in reports.SelectMany(Summary).DefaultIfEmpty(Nothing))
            {
                host.Out.WriteLine(line);
            }
        }

        if (outcome.IsInterrupted || reports.Any(report => report.Sync.Status == SyncStatus.Stopped))
        {
            var why = outcome.IsInterrupted ? "Interrupted" : "Stopped";
            host.Error.WriteLine($"{why}. What was read is kept; run the same command with the same input again to go on.");
        }

        host.Out.Flush();
    }

    private string Nothing => parsed.GetValue<string?>("--service") is { } service
        ? $"No line of the feed is about the service {Terminal.Safe(service)}; nothing was changed."
        : "The feed was empty; nothing was changed.";

    private void WriteJson(IReadOnlyList<FeedReport> reports)
    {
        var documents = reports.Select(report => FeedDocuments.Of(report, parsed.GetValue<bool>("--verbose"))).ToArray();
        if (documents.Length == 1)
        {
            JsonOutput.Write(host.Out, documents[0]);
        }
        else
        {
            JsonOutput.Write(host.Out, new SyncDocuments(documents));
        }
    }

    private static IEnumerable<string> Summary(FeedReport report)
    {
        var lines = report.Lines;
        yield return Headline(report);
        yield return Format($"  lines     {lines.Total:N0} read: {lines.Done:N0} done, {lines.Failed:N0} failed, {lines.Skipped:N0} skipped")
            + (lines.Resumed > 0 ? Format($"; {lines.Resumed:N0} of them by the run that was cut off") : "");
        yield return Format($"  files     ADD: {lines.Added:N0}, MODIFY: {lines.Modified:N0}, DELETE: {lines.Deleted:N0}, MOVE: {lines.Renamed:N0}");
        yield return Format($"  content   {report.Sync.ContentsRead:N0} read ({ReportText.Bytes(report.Sync.BytesRead)}), {report.Sync.TextsEmbedded:N0} texts embedded");
        yield return Format($"  time      {report.Sync.Duration.TotalSeconds:0.00} s, {FeedDocuments.LinesPerSecond(report):N0} files/s");
        foreach (var failed in report.Failures.Take(FailuresShown))
        {
            yield return $"  failed    {FeedLines.FailureText(failed, (LineFate.Failed)failed.Fate)}";
        }

        if (lines.Failed > FailuresShown)
        {
            yield return Format($"  failed    and {lines.Failed - FailuresShown:N0} more; `neap index errors` lists them all");
        }

        foreach (var note in report.Sync.Notes)
        {
            yield return $"  note      {note}";
        }
    }

    private static string Headline(FeedReport report)
    {
        var sync = report.Sync;
        var what = $"{sync.Slot.Repository} ({sync.Branch ?? sync.Slot.Ref}) in collection {sync.Slot.Collection}";
        return sync.Status switch
        {
            SyncStatus.DryRun => $"DRY RUN: {what} would take in the feed; nothing was written.",
            SyncStatus.Interrupted or SyncStatus.Stopped =>
                $"{what} still equals {ReportText.Short(sync.FromCommit?.Value)}; nothing of the feed is visible.",
            _ when report.IsInStep => $"{what} is in step with {ReportText.Short(sync.ToCommit?.Value)}.",
            _ => $"{what} holds what the feed said; `neap index sync` holds it against the commit.",
        };
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
