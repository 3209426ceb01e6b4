namespace Neap.Changes;

/// <summary>What a feed prints.</summary>
/// <param name="Repository">The repository's name in every line.</param>
/// <param name="Range">The commits.</param>
/// <param name="Tiers">Up to which size content is carried, and how.</param>
/// <param name="Skip">Says why a path is left out by its name (<c>vendored</c>, <c>generated</c>, …), or null.</param>
public sealed record FeedRequest(
    string Repository, CommitRange Range, TierLimits Tiers, Func<RepoPath, string?> Skip)
{
    /// <summary>Says why content is not carried whatever its path (<c>secret</c>), or null.</summary>
    public Func<ReadOnlyMemory<byte>, string?> SkipContent { get; init; } = static _ => null;
}
