using Neap.Core;

namespace Neap.Sync;

/// <summary>Knows which lines of a run a content belongs to, and what is still to be said of the others.</summary>
/// <remarks>A line is a path that differed; its number is its place among them. Several may share one content.</remarks>
internal sealed class LineBook
{
    private const int None = -1;

    private readonly IReadOnlyList<Difference> _differences;
    private readonly string _runId;
    private readonly TimeProvider _clock;
    private readonly Dictionary<BlobId, int> _first;
    private readonly int[] _next;
    private readonly bool[] _isNoted;

    public LineBook(Plan plan, string runId, TimeProvider clock)
    {
        (_differences, _runId, _clock) = (plan.Differences, runId, clock);
        _first = new Dictionary<BlobId, int>(_differences.Count);
        _next = new int[_differences.Count];
        _isNoted = new bool[_differences.Count];
        for (var i = _differences.Count - 1; i >= 0; i--)
        {
            if (_differences[i] is { NeedsContent: true, New.Blob: var blob })
            {
                _next[i] = _first.TryGetValue(blob, out var later) ? later : None;
                _first[blob] = i;
            }
        }
    }

    /// <summary>The lines that come to an end when these contents are stored.</summary>
    public LineOutcomes Of(IReadOnlyList<BlobContent> batch)
    {
        var page = new Page(_runId, _clock.GetUtcNow(), batch.Count);
        foreach (var content in batch)
        {
            var standing = Outcome.StandingOf(content);
            for (var i = _first.GetValueOrDefault(content.Blob, None); i >= 0; i = _next[i])
            {
                page.Add(i + 1, _differences[i], standing, content.Time);
                _isNoted[i] = true;
            }
        }

        return page.Outcomes;
    }

    /// <summary>The lines that come to an end with the flip: their content was known, or there is none to read.</summary>
    public LineOutcomes Rest(Func<BlobId, Standing> standingOf)
    {
        var page = new Page(_runId, _clock.GetUtcNow(), 0);
        for (var i = 0; i < _differences.Count; i++)
        {
            if (!_isNoted[i])
            {
                var difference = _differences[i];
                page.Add(i + 1, difference, difference.NeedsContent ? standingOf(difference.New!.Blob) : null, null);
            }
        }

        return page.Outcomes;
    }

    /// <summary>Lines that are noted together.</summary>
    private sealed class Page(string runId, DateTimeOffset now, int capacity)
    {
        private readonly List<CompletedLine> _completed = new(capacity);
        private readonly List<FailedLine> _failed = [];
        private long _skipped;

        public LineOutcomes Outcomes => new() { RunId = runId, Completed = _completed, Failed = _failed, Skipped = _skipped };

        /// <summary>Adds a line; a time of null says that nothing was tried.</summary>
        public void Add(long number, Difference difference, Standing? standing, TimeSpan? time)
        {
            switch (standing)
            {
                case Standing.Failed(var category):
                    _failed.Add(new FailedLine
                    {
                        Number = number,
                        Path = difference.Path,
                        Operation = OperationOf(difference),
                        Category = category,
                        Message = FailedFiles.Words(category),
                        Blob = difference.New!.Blob,
                        Attempts = time is null ? 0 : 1,
                        LastAttempt = now,
                    });
                    break;
                case Standing.Skipped:
                case null when difference.Skip is not null:
                    _skipped++;
                    break;
                default:
                    _completed.Add(new CompletedLine(
                        number, difference.Path, OperationOf(difference), now, time ?? TimeSpan.Zero));
                    break;
            }
        }

        private static LineOperation OperationOf(Difference difference) => difference switch
        {
            { New: null } => LineOperation.Delete,
            { Old: null } => LineOperation.Add,
            _ => LineOperation.Modify,
        };
    }
}
