using Neap.Core;

namespace Neap.Sync;

/// <summary>Counts the lines of one part, and lists what has to be listed.</summary>
internal sealed class FeedTally(FeedSyncRequest request)
{
    private readonly List<FileChange> _changes = [];
    private readonly List<LineReport> _failures = [];

    /// <summary>What became of the lines so far.</summary>
    public LineCounts Lines { get; private set; } = new();

    /// <summary>Chunks whose vectors were computed.</summary>
    public long TextsEmbedded { get; set; }

    /// <summary>Contents that had to be read.</summary>
    public long ContentsRead { get; set; }

    /// <summary>Bytes of them.</summary>
    public long BytesRead { get; set; }

    /// <summary>The changed paths, where they are listed.</summary>
    public IReadOnlyList<FileChange> Changes => _changes;

    /// <summary>The first failures.</summary>
    public IReadOnlyList<LineReport> Failures => _failures;

    /// <summary>Counts a line that ended now.</summary>
    public void Add(LineReport line, FileChange? change)
    {
        Lines = line.Fate switch
        {
            LineFate.Done => Counted(line.Operation) with { Done = Lines.Done + 1 },
            LineFate.Skipped => Lines with { Skipped = Lines.Skipped + 1 },
            _ => Lines with { Failed = Lines.Failed + 1 },
        };
        if (line.Fate is LineFate.Failed && _failures.Count < FeedReport.MostFailures)
        {
            _failures.Add(line);
        }

        if (change is not null && request.Listing == ChangeListing.Listed)
        {
            _changes.Add(change);
        }

        request.Told?.Invoke(line);
    }

    /// <summary>Counts lines that an earlier attempt brought to their end.</summary>
    public void AddResumed(int lines) =>
        Lines = Lines with { Done = Lines.Done + lines, Resumed = Lines.Resumed + lines };

    /// <summary>Lines that close a part; the ledger does not number them.</summary>
    public long Closings { get; private set; }

    /// <summary>Counts the line that closes a part.</summary>
    public void AddClosing()
    {
        Closings++;
        Lines = Lines with { Done = Lines.Done + 1 };
    }

    /// <summary>A line that was done turned out not to be what the commit says.</summary>
    public void Contradict(LineReport line)
    {
        Lines = Lines with { Done = Lines.Done - 1 };
        Add(line, null);
    }

    private LineCounts Counted(LineOperation operation) => operation switch
    {
        LineOperation.Add => Lines with { Added = Lines.Added + 1 },
        LineOperation.Delete => Lines with { Deleted = Lines.Deleted + 1 },
        LineOperation.Rename => Lines with { Renamed = Lines.Renamed + 1 },
        _ => Lines with { Modified = Lines.Modified + 1 },
    };
}
