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
