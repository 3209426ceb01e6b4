namespace Neap.Core;

/// <summary>The one table of retry policies: by the category of the failure.</summary>
public static class RetryPolicies
{
    /// <summary>The most tries that any policy allows.</summary>
    public const int MostAttempts = 5;

    /// <summary>One try, for what will not become better by itself.</summary>
    public static RetryPolicy Never { get; } = new(1, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The policy of a category.</summary>
    public static RetryPolicy Of(FailureCategory category) => category switch
    {
        FailureCategory.Network => Seconds(5, 1, 30),
        FailureCategory.Store => Seconds(3, 2, 60),
        FailureCategory.RateLimit => Seconds(5, 10, 300),
        FailureCategory.Timeout => Seconds(3, 5, 120),
        FailureCategory.FileSystem => Seconds(2, 0.5, 5),
        FailureCategory.Unknown => Seconds(2, 1, 10),
        _ => Never,
    };

    /// <summary>How long to wait before the next try; null where there is none.</summary>
    /// <param name="category">Why it failed.</param>
    /// <param name="attempt">The try that failed, from 1.</param>
    /// <param name="retryAfter">How long a server wants to be left alone: never less is waited; null where it did not say.</param>
    /// <param name="jitter">0 to 1: where between half of the wait and all of it; spreads those who failed together.</param>
    public static TimeSpan? PauseAfter(FailureCategory category, int attempt, TimeSpan? retryAfter, double jitter)
    {
        var policy = Of(category);
        if (attempt >= policy.Attempts || retryAfter > policy.MaxDelay)
        {
            return null;
        }

        return retryAfter ?? policy.DelayAfter(attempt) * ((1 + jitter) / 2);
    }

    /// <summary>How long to wait before the next try; null where trying again does not help.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="attempt">The try that failed, from 1.</param>
    /// <param name="jitter">0 to 1; see the other form.</param>
    public static TimeSpan? PauseAfter(Exception failure, int attempt, double jitter) => failure switch
    {
        OperationCanceledException or NeapException { IsTransient: false } => null,
        _ => PauseAfter(FailureClassifier.CategoryOf(failure), attempt, (failure as NeapException)?.RetryAfter, jitter),
    };

    /// <summary>What a failure says about the health of the one who was called.</summary>
    public static CallEnd EndOf(FailureCategory category) => category switch
    {
        FailureCategory.Network or FailureCategory.Timeout or FailureCategory.Store or FailureCategory.Unknown =>
            CallEnd.Failed,
        _ => CallEnd.Answered,
    };

    private static RetryPolicy Seconds(int attempts, double first, double longest) =>
        new(attempts, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest));
}
