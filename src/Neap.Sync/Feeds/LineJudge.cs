using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>Says what became of the lines of a batch, once their contents are read: to the ledger, the staging and the report.</summary>
internal sealed class LineJudge(string runId, FeedContents contents, PathScope scope, DateTimeOffset now)
{
    private readonly List<CompletedLine> _completed = [];
    private readonly List<FailedLine> _failed = [];
    private readonly List<StagedLine> _staged = [];
    private long _skipped;

    /// <summary>What is to be kept.</summary>
    public StagedLines Lines => new(
        _staged, new LineOutcomes { RunId = runId, Completed = _completed, Failed = _failed, Skipped = _skipped });

    /// <summary>Judges one line.</summary>
    public LineReport Add(ResolvedLine line)
    {
        var report = new LineReport(
            line.Line.Head.Number, OperationOf(line), PathOf(line), line.Entry?.OldPath, FateOf(line))
        {
            SourceLine = line.Line.Head.SourceLine,
        };
        switch (report.Fate)
        {
            case LineFate.Done:
                _completed.Add(new CompletedLine(
                    report.Number, report.Path!.Value, report.Operation, now, TimeOf(line) ?? TimeSpan.Zero));
                break;
            case LineFate.Skipped:
                _skipped++;
                break;
            case LineFate.Failed(var category, var message):
                _failed.Add(Failed(line, report, category, message));
                break;
        }

        if (line.Failure is null)
        {
            // A file that moves to another collection leaves this one, or enters it; the other half is not this one's.
            var mine = line.Changes.Where(change => scope.Contains(change.Path)).ToArray();
            _staged.Add(new StagedLine(report.Number, line.Line.Head.Fingerprint, mine));
        }

        return report;
    }

    private FailedLine Failed(ResolvedLine line, LineReport report, FailureCategory category, string message) => new()
    {
        Number = report.Number,
        SourceLine = report.SourceLine,
        Path = report.Path,
        Operation = report.Operation,
        Category = category,
        Message = message,
        Blob = line.Blob,
        Payload = LinePayload.Of(line.Line.Head),
        LastAttempt = now,
    };

    private LineFate FateOf(ResolvedLine line) => line switch
    {
        { Failure: { } failure } => failure,
        { Line: FeedLine.Empty } => new LineFate.Skipped(null),
        { Skip: { } reason } => new LineFate.Skipped(reason),
        { NeedsContent: true } => contents.Of(line.Blob!.Value).Standing switch
        {
            Standing.Skipped(var reason) => new LineFate.Skipped(reason),
            Standing.Failed(var category) => new LineFate.Failed(category, FailedFiles.Words(category)),
            _ => new LineFate.Done(),
        },
        _ => new LineFate.Done(),
    };

    private TimeSpan? TimeOf(ResolvedLine line) => line.NeedsContent ? contents.TimeOf(line.Blob!.Value) : null;

    private static LineOperation OperationOf(ResolvedLine line) => line.Entry?.Op ?? LineOperation.Modify;

    private static RepoPath? PathOf(ResolvedLine line) => line.Line switch
    {
        FeedLine.Change change => change.Entry.Path,
        FeedLine.Malformed wrong => wrong.Path,
        _ => null,
    };
}
