namespace Neap.Core;

/// <summary>Trouble that stops the caller, written for the person who must act.</summary>
/// <param name="kind">Decides the exit code and whether trying again makes sense.</param>
/// <param name="what">What happened, to which thing.</param>
/// <param name="advice">One sentence that says what is safe; after it, what to do or type next.</param>
/// <param name="inner">What the operating system or a library said.</param>
public sealed class NeapException(FailureKind kind, string what, string advice, Exception? inner = null)
    : Exception(what, inner)
{
    /// <summary>Decides the exit code and whether trying again makes sense.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>Why, where the one who throws knows it better than <see cref="Kind"/> tells; null otherwise.</summary>
    public FailureCategory? Category { get; init; }

    /// <summary>How long a server wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is safe: the advice's first sentence.</summary>
    public string Safe { get; } = advice[..EndOfFirstSentence(advice)];

    /// <summary>What to do or type next; empty where there is nothing to do.</summary>
    public string Next { get; } = advice[EndOfFirstSentence(advice)..].TrimStart();

    /// <summary>What is wrong one by one, where that is more than one thing; one sentence each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>True where somebody already tried as often as makes sense.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True where the same call may succeed in a moment.</summary>
    public bool IsTransient => Kind is FailureKind.Unreachable or FailureKind.RateLimited && !IsFinal;

    private static int EndOfFirstSentence(string advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        var end = advice.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? advice.Length : end + 1;
    }
}
