namespace Neap.Core;

/// <summary>The one table of retry policies: by the category of the failure.</summary>
public static class RetryPolicies
{
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

    private static RetryPolicy Seconds(int attempts, double first, double longest) =>
        new(attempts, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest));
}
