namespace Neap.Core;

/// <summary>What a slot's index equals.</summary>
public sealed record Revision
{
    /// <summary>The slot.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The commit the index equals.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>The tree the index equals: the commit's, or the one that the working tree would commit.</summary>
    public required TreeId Tree { get; init; }

    /// <summary>The branch that <c>HEAD</c> was on; null when detached.</summary>
    public string? Branch { get; init; }

    /// <summary>The rules that made the content.</summary>
    public required ContentKey Content { get; init; }

    /// <summary>The rules that decided which paths belong in the index.</summary>
    public required string PathRules { get; init; }

    /// <summary>Where set, the index holds only what differs from this commit.</summary>
    public CommitId? Since { get; init; }

    /// <summary>True where uncommitted changes were indexed too.</summary>
    public bool WorkingTree { get; init; }

    /// <summary>True where content could not be had from the repository; the next sync tries again.</summary>
    public bool Incomplete { get; init; }

    /// <summary>When it was published (UTC).</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}
