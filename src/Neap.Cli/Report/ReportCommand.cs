using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary><c>neap index report</c>: how the last completed runs went, as text, JSON, CSV and a page with charts.</summary>
internal static class ReportCommand
{
    private const int RunsShown = 10;

    /// <summary>Runs that did not complete stand between those that did; so many of them are looked through.</summary>
    private const int RunsLookedThrough = 10_000;

    public static Command Create(CommandHost host)
    {
        var database = new Option<string?>("--store", "--db") { Description = "The index with the runs. Default: neap/index.db in the XDG data folder." };
        var output = new Option<string>("--output", "-o") { Description = "The folder for the files. Default: the current one; with --json, none are written unless it is named.", DefaultValueFactory = _ => "." };
        var jsonOnly = new Option<bool>("--json-only") { Description = "Print the JSON and write no file." };
        var command = new Command("report", "Report how the last 10 completed runs went.") { database, output, jsonOnly };
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(jsonOnly) && asked.GetResult(output) is { Implicit: false })
            {
                asked.AddError("--json-only means no file, and --output says where the files go; name one of them.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = Places.Store(host, Configuration.Read(host, parsed));
            var report = await ReadAsync(host, path, cancellation);
            var json = parsed.GetValue(jsonOnly) || parsed.GetValue<bool>("--json");
            var folder = json && parsed.GetResult(output) is not { Implicit: false } ? null : host.Absolute(parsed.GetValue(output)!);
            Write(host, report, json, folder is null ? [] : ReportFiles.Write(report, folder));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(CommandHost host, PerformanceDocument report, bool json, IReadOnlyList<string> files)
    {
        if (json)
        {
            JsonOutput.Write(host.Out, report with { Written = files });
        }
        else
        {
            host.Out.Write(PerformanceText.Of(report));
            foreach (var file in files)
            {
                host.Out.WriteLine($"Written: {Terminal.Safe(file)}");
            }
        }

        host.Out.Flush();
    }

    private static async Task<PerformanceDocument> ReadAsync(
        CommandHost host, string path, CancellationToken cancellation)
    {
        if (!await Stores.IsThereAsync(host, path, cancellation))
        {
            throw new NeapException(
                FailureKind.IndexMissing,
                $"Checkpoint database not found: {Terminal.Safe(path)}.",
                "Nothing was written. Name another one with `--db PATH`, or run `neap index sync` first.");
        }

        var ledger = await IndexReading.LedgerAsync(host, path, cancellation);
        var completed = (await ledger.RunsAsync(new RunQuery { Limit = RunsLookedThrough }, cancellation))
            .Where(run => run.Status == RunStatus.Completed)
            .Take(RunsShown);
        var runs = new List<RunPerformance>();
        foreach (var run in completed)
        {
            runs.Add(new RunPerformance(run, await ledger.TimesAsync(run.RunId, cancellation)));
        }

        if (runs.Count == 0)
        {
            throw new NeapException(
                FailureKind.IndexMissing,
                $"No completed runs found in {Terminal.Safe(path)}.",
                "Nothing was written. `neap index sync` makes a run; `neap index status` shows those that did not complete.");
        }

        return PerformanceDocument.Of(new PerformanceSummary(runs), path, host.Clock.GetUtcNow());
    }
}
