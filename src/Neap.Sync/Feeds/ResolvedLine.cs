using Neap.Core;
using FileMode = Neap.Core.FileMode;

namespace Neap.Sync;

/// <summary>A line of which is known what it says, and not yet what its content is.</summary>
/// <param name="Line">The line.</param>
internal sealed record ResolvedLine(FeedLine Line)
{
    /// <summary>What it says about a path; null for a line that says nothing.</summary>
    public FeedEntry? Entry => (Line as FeedLine.Change)?.Entry;

    /// <summary>Why it can go no further; null where it can.</summary>
    public LineFate.Failed? Failure { get; init; }

    /// <summary>The content; null where there is none, or it could not be found.</summary>
    public BlobId? Blob { get; init; }

    /// <summary>What git says the path is.</summary>
    public FileMode Mode { get; init; } = FileMode.Regular;

    /// <summary>Why the path stays out of the index whatever it holds; null where it belongs in.</summary>
    public SkipReason? Skip { get; init; }

    /// <summary>The content's bytes, where they are at hand.</summary>
    public RawBlob? Raw { get; init; }

    /// <summary>True where the content decides what becomes of the line.</summary>
    public bool NeedsContent => Failure is null && Skip is null && Blob is not null;

    /// <summary>What it makes of the file map, in order.</summary>
    public IReadOnlyList<FileMapChange> Changes => Entry switch
    {
        null => [],
        { Op: LineOperation.Delete } entry => [new FileMapChange.Remove(entry.Path)],
        { OldPath: { } old } entry when old != entry.Path =>
            [new FileMapChange.Put(entry.Path, Blob!.Value, Mode, Skip), new FileMapChange.Remove(old)],
        { } entry => [new FileMapChange.Put(entry.Path, Blob!.Value, Mode, Skip)],
    };

    public ResolvedLine Fail(FailureCategory category, string message) =>
        this with { Failure = new LineFate.Failed(category, message) };
}
