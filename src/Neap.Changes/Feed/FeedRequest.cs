namespace Neap.Changes;

/// <summary>What a feed prints.</summary>
/// <param name="Repository">The repository's name in every line.</param>
/// <param name="Range">The commits.</param>
/// <param name="Tiers">Up to which size content is carried, and how.</param>
/// <param name="Skip">Says why a path is left out by its name (<c>vendored</c>, <c>generated</c>, …), or null.</param>
public sealed record FeedRequest(
    string Repository, CommitRange Range, FeedTiers Tiers, Func<RepoPath, string?> Skip)
{
    /// <summary>Says why content is not carried whatever its path (<c>secret</c>), or null.</summary>
    public Func<ReadOnlyMemory<byte>, string?> SkipContent { get; init; } = static _ => null;
}

/// <summary>Sizes in bytes up to which content is carried; each is at most the next.</summary>
/// <param name="PlainBytes">As text in the line; default 10,240.</param>
/// <param name="Base64Bytes">As base64 in the line; default 102,400.</param>
/// <param name="ReferenceBytes">By reference; default 10,485,760. Above it a file is skipped as too large.</param>
public sealed record FeedTiers(long PlainBytes, long Base64Bytes, long ReferenceBytes)
{
    /// <summary>The sizes where nothing else is said.</summary>
    public static FeedTiers Default { get; } = new(10_240, 102_400, 10_485_760);
}
