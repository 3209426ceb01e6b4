namespace Neap.Core;

/// <summary>One line of a feed, as it was understood. Every line of the input becomes exactly one of these.</summary>
public abstract record FeedLine
{
    private FeedLine(LineHead head) => Head = head;

    /// <summary>Where the line stands and how it is told from another.</summary>
    public LineHead Head { get; }

    /// <summary>A path changed.</summary>
    public sealed record Change(LineHead Head, FeedEntry Entry) : FeedLine(Head);

    /// <summary>The part of a repository ends here, at a commit.</summary>
    public sealed record Closing(LineHead Head, Changeset Changeset) : FeedLine(Head);

    /// <summary>Nothing stands in the line but white space.</summary>
    public sealed record Empty(LineHead Head) : FeedLine(Head);

    /// <summary>The line cannot be understood; the others are not concerned.</summary>
    /// <param name="Head">Where it stands.</param>
    /// <param name="Path">The path it is about, as far as that can be told.</param>
    /// <param name="Category">Why.</param>
    /// <param name="Reason">In words, as a whole sentence.</param>
    public sealed record Malformed(LineHead Head, RepoPath? Path, FailureCategory Category, string Reason)
        : FeedLine(Head);
}

/// <summary>Where a line stands.</summary>
/// <param name="Number">Its number in the input, from 1, as the consumer counts.</param>
/// <param name="Repository">The repository it names; null where it names none.</param>
/// <param name="Fingerprint">A hash of its bytes, so that an interrupted run knows its lines again.</param>
/// <param name="Start">Its first bytes, at most <see cref="StartBytes"/>, for a person who looks at a failure.</param>
public sealed record LineHead(long Number, string? Repository, UInt128 Fingerprint, ReadOnlyMemory<byte> Start)
{
    /// <summary>How much of a line is kept at most: 512 bytes.</summary>
    public const int StartBytes = 512;

    /// <summary>The number that the producer gave the line, such as its place in the file it was made from; null where it gave none.</summary>
    public long? SourceLine { get; init; }
}

/// <summary>What a line says about a path.</summary>
public sealed record FeedEntry
{
    /// <summary>What happened.</summary>
    public required LineOperation Op { get; init; }

    /// <summary>Where.</summary>
    public required RepoPath Path { get; init; }

    /// <summary>Where the content was; set for a rename and only then.</summary>
    public RepoPath? OldPath { get; init; }

    /// <summary>Where the content comes from.</summary>
    public FeedSource Source { get; init; } = new FeedSource.Repository();

    /// <summary>The content's id, as the line says it; null where it does not.</summary>
    public BlobId? Blob { get; init; }

    /// <summary>The content's size in bytes, as the line says it; null where it does not.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Why the line asks to leave the path out of the index; null where it does not.</summary>
    public SkipReason? Skip { get; init; }
}

/// <summary>Where the content of a line comes from.</summary>
public abstract record FeedSource
{
    private FeedSource()
    {
    }

    /// <summary>From the line itself.</summary>
    /// <param name="Bytes">The content, decoded.</param>
    public sealed record Carried(ReadOnlyMemory<byte> Bytes) : FeedSource;

    /// <summary>From a file of the working tree.</summary>
    /// <param name="File">Its place, relative to the top folder of the repository or absolute, not yet checked.</param>
    public sealed record Reference(string File) : FeedSource;

    /// <summary>From the repository: the blob that the line names, or else what the followed commit has at the path.</summary>
    public sealed record Repository : FeedSource;
}

/// <summary>The commit that a part of a feed ends at.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Branch">The branch it was made for; null where the line does not say.</param>
/// <param name="Tree">The commit's tree, as the line says it; null where it does not.</param>
public sealed record Changeset(CommitId Commit, string? Branch, TreeId? Tree);
