using System.CommandLine;
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

        End(reports);
    }

    /// <summary>One report over all repositories; those that failed are named, with what is safe and what to do.</summary>
    public void WriteAll(IReadOnlyList<RepositoryOutcome> outcomes)
    {
        var verbose = parsed.GetValue<bool>("--verbose");
        var reports = outcomes.SelectMany(outcome => outcome.Reports).ToArray();
        var failed = outcomes.Where(outcome => outcome.Failure is not null).ToArray();
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, new SyncDocuments([.. reports.Select(report => SyncDocument.Of(report, verbose))])
            {
                FailedRepositories = [.. failed.Select(DocumentOf)],
            });
        }
        else
        {
            WriteText(reports, verbose);
            WriteTotals(outcomes.Count, failed.Length);
        }

        foreach (var one in failed)
        {
            ProblemWriter.Say(host.Error, ProblemDetail.Of(one.Failure!), one.Repository.Name);
        }

        End(reports);
    }

    private static FailedRepositoryDocument DocumentOf(RepositoryOutcome outcome) => new(
        outcome.Repository.Name,
        outcome.Repository.Path,
        ProblemDetail.Of(outcome.Failure!));

    private void WriteTotals(int repositories, int failed)
    {
        if (!parsed.GetValue<bool>("--quiet"))
        {
            host.Out.WriteLine($"{repositories} repositories: {repositories - failed} synced, {failed} failed.");
        }
    }

    private void End(IReadOnlyList<SyncReport> reports)
    {
        if (reports.Any(report => report.Status == SyncStatus.Interrupted))
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
