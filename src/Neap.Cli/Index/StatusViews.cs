using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary>The narrower views of <c>index status</c>: one run, the totals, or what failed.</summary>
internal sealed class StatusViews(CommandHost host, ParseResult parsed)
{
    /// <summary>Stands for the run that began last.</summary>
    private const string Latest = "latest";

    /// <exception cref="NeapException">There is no such run.</exception>
    public async Task RunAsync(ILedger ledger, string id, CancellationToken cancellation)
    {
        var query = id == Latest ? new RunQuery { Limit = 1 } : new RunQuery { RunId = id };
        var run = await ledger.RunsAsync(query, cancellation) is [var found] ? found : throw new NeapException(
            FailureKind.Usage,
            $"The index remembers no run \"{Terminal.Safe(id)}\".",
            "Nothing was changed. `neap index status` lists the runs; they are kept for 7 days.");
        var failures = await ledger.FailuresAsync(new FailureQuery { RunId = run.RunId }, cancellation);
        var times = TimesDocument.Of(await ledger.TimesAsync(run.RunId, cancellation));
        var detail = new RunDetail(RunDocument.Of(run), times, [.. failures.Select(ErrorDocument.Of)])
        {
            Lines = parsed.GetValue<bool>("--verbose") ? await LinesAsync(ledger, run.RunId, cancellation) : null,
        };
        Write(detail, detail.Write);
    }

    public async Task SummaryAsync(ILedger ledger, StatusDocument status, CancellationToken cancellation)
    {
        var runs = await ledger.RunsAsync(new RunQuery { Limit = int.MaxValue }, cancellation);
        var summary = SummaryDocument.Of(status, runs);
        Write(summary, summary.Write);
    }

    public async Task FailedAsync(ILedger ledger, string store, string? runId, CancellationToken cancellation)
    {
        var failures = await ledger.FailuresAsync(new FailureQuery { RunId = runId }, cancellation);
        var document = ErrorsDocument.Of(store, [.. failures.Where(failure => failure.Slot.IsIn(parsed.GetValue<string?>("--collection")))]);
        Write(document, output => ErrorsText.Write(output, document));
    }

    private static async Task<LineDocument[]> LinesAsync(ILedger ledger, string runId, CancellationToken cancellation)
    {
        var lines = new List<LineDocument>();
        await foreach (var line in ledger.CompletedAsync(runId, cancellation))
        {
            lines.Add(new LineDocument(line.Number, line.Path, Names.Of(line.Operation), line.Time.TotalMilliseconds));
        }

        return [.. lines];
    }

    private void Write<T>(T document, Action<TextWriter> inWords)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, document);
        }
        else
        {
            inWords(host.Out);
        }

        host.Out.Flush();
    }
}
