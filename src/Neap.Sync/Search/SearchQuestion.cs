using Neap.Core;

namespace Neap.Sync;

/// <summary>What a person or program asks.</summary>
public sealed record SearchQuestion
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>Most hits. Default 10; 1 to 1,000.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Only this collection; null for all.</summary>
    public string? Collection { get; init; }

    /// <summary>Only this repository; null for all.</summary>
    public string? Repository { get; init; }

    /// <summary>Only this ref, in full or in short; null for all.</summary>
    public string? Ref { get; init; }

    /// <summary>Which rankings take part. Default both.</summary>
    public SearchWays Ways { get; init; } = SearchWays.Hybrid;

    /// <summary>Which paths may be answered with.</summary>
    public Func<RepoPath, bool> Accepts { get; init; } = static _ => true;

    /// <summary>What it is limited to, in words: <c>ref v1 in repository shop in collection default</c>; empty where it asks everything.</summary>
    internal string Limits => string.Join(
        " in ",
        new[] { ("ref", Ref), ("repository", Repository), ("collection", Collection) }
            .Where(limit => limit.Item2 is not null).Select(limit => $"{limit.Item1} {limit.Item2}"));

    internal bool Covers(Revision revision) =>
        revision.Slot.IsIn(Collection) && revision.Slot.IsOf(Repository) && revision.Slot.Follows(Ref);
}

/// <summary>Which rankings take part in a search.</summary>
public enum SearchWays
{
    /// <summary>Both, fused.</summary>
    Hybrid,

    /// <summary>Words alone.</summary>
    Lexical,

    /// <summary>Vectors alone.</summary>
    Semantic,
}
