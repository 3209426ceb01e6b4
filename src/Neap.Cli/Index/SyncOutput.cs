using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Prints the reports of one call.</summary>
internal sealed class SyncOutput(CommandHost host, ParseResult parsed)
{
    public void Write(IReadOnlyList<SyncReport> reports, bool several)
    {
        var verbose = parsed.GetValue<bool>("--verbose");
        if (!parsed.GetValue<bool>("--json"))
        {
            WriteText(reports, verbose);
        }
        else if (several)
        {
            var runs = reports.Select(report => SyncDocument.Of(report, verbose)).ToArray();
            JsonOutput.Write(host.Out, new SyncDocuments(runs));
        }
        else
        {
            JsonOutput.Write(host.Out, SyncDocument.Of(reports[0], verbose));
        }

        End(reports.Any(report => report.Status == SyncStatus.Interrupted));
    }

    /// <summary>One report over all repositories; those that failed or were not finished are named, with what is safe and what to do.</summary>
    public void WriteAll(IReadOnlyList<RepositoryOutcome> outcomes)
    {
        var verbose = parsed.GetValue<bool>("--verbose");
        var reports = outcomes.SelectMany(outcome => outcome.Reports).ToArray();
        var failed = outcomes.Where(outcome => outcome.Failure is not null).ToArray();
        var unfinished = outcomes.Where(outcome => outcome.IsUnfinished).ToArray();
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, new SyncDocuments([.. reports.Select(report => SyncDocument.Of(report, verbose))])
            {
                FailedRepositories = [.. failed.Select(DocumentOf)],
                UnfinishedRepositories = unfinished.Length == 0 ? null : [.. unfinished.Select(UnfinishedDocumentOf)],
            });
        }
        else
        {
            WriteText(reports, verbose);
            WriteTotals(outcomes);
        }

        foreach (var one in failed)
        {
            ProblemWriter.Say(host.Error, ProblemDetail.Of(one.Failure!), one.Repository.Name);
        }

        End(unfinished.Length > 0);
    }

    private static UnfinishedRepositoryDocument UnfinishedDocumentOf(RepositoryOutcome outcome) =>
        new(outcome.Repository.Name, outcome.Repository.Path, Names.Of(outcome.End).Replace('-', '_'));

    private static FailedRepositoryDocument DocumentOf(RepositoryOutcome outcome) => new(
        outcome.Repository.Name,
        outcome.Repository.Path,
        ProblemDetail.Of(outcome.Failure!));

    private void WriteTotals(IReadOnlyList<RepositoryOutcome> outcomes)
    {
        if (parsed.GetValue<bool>("--quiet"))
        {
            return;
        }

        foreach (var one in outcomes.Where(outcome => outcome.IsUnfinished && outcome.Reports.Count == 0))
        {
            host.Out.WriteLine($"{Terminal.Safe(one.Repository.Name)} {(one.End == RepositoryEnd.NotStarted ? "was not started." : "was interrupted.")}");
        }

        var stopped = outcomes.Any(outcome => outcome.IsUnfinished)
            ? $", {Count(RepositoryEnd.Interrupted)} interrupted, {Count(RepositoryEnd.NotStarted)} not started"
            : "";
        host.Out.WriteLine(
            $"{outcomes.Count} repositories: {Count(RepositoryEnd.Synced)} synced, {Count(RepositoryEnd.Failed)} failed{stopped}.");

        int Count(RepositoryEnd end) => outcomes.Count(outcome => outcome.End == end);
    }

    private void End(bool isInterrupted)
    {
        if (isInterrupted)
        {
            host.Error.WriteLine("Interrupted. Nothing is lost; run the same command again to go on.");
        }

        host.Out.Flush();
    }

    private void WriteText(IReadOnlyList<SyncReport> reports, bool verbose)
    {
        if (parsed.GetValue<bool>("--quiet"))
        {
            return;
        }

        foreach (var report in reports)
        {
            foreach (var change in verbose ? report.Changes : [])
            {
                host.Out.WriteLine(ReportText.Line(change, report.Status));
            }

            foreach (var line in ReportText.Summary(report))
            {
                host.Out.WriteLine(line);
            }
        }
    }
}
