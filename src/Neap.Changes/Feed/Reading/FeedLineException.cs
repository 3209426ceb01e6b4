namespace Neap.Changes;

/// <summary>One line cannot be understood. It never leaves the parser: there it becomes a line of its own kind.</summary>
/// <param name="category">Why.</param>
/// <param name="reason">In words, as a whole sentence.</param>
internal sealed class FeedLineException(FailureCategory category, string reason) : Exception(reason)
{
    public FeedLineException(string reason)
        : this(FailureCategory.Validation, reason)
    {
    }

    /// <summary>Why.</summary>
    public FailureCategory Category { get; } = category;
}
