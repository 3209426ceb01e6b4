namespace Specs.Drawings;

/// <summary>A failure and its recovery over time.</summary>
public sealed record TimelinePicture
{
    /// <summary>What a file with this picture as JSON is called in an attachment.</summary>
    public const string MediaType = "application/vnd.specs.timeline+json";

    /// <summary>The end of such a file's name.</summary>
    public const string FileEnding = ".timeline.json";

    /// <summary>How long it took, in milliseconds.</summary>
    public double Length { get; init; }

    /// <summary>One row each for what has states: a store, a breaker, a run.</summary>
    public IReadOnlyList<TimelineStrip> Strips { get; init; } = [];

    /// <summary>One curve each for what is counted.</summary>
    public IReadOnlyList<TimelineCurve> Curves { get; init; } = [];
}

/// <summary>What has states over time.</summary>
public sealed record TimelineStrip
{
    /// <summary>Whose states.</summary>
    public string Name { get; init; } = "";

    /// <summary>The states in order.</summary>
    public IReadOnlyList<TimelineSpan> Spans { get; init; } = [];

    /// <summary>Single moments, such as tries.</summary>
    public IReadOnlyList<TimelineMark> Marks { get; init; } = [];
}

/// <summary>A state for a while.</summary>
public sealed record TimelineSpan
{
    /// <summary>Its begin in milliseconds.</summary>
    public double From { get; init; }

    /// <summary>Its end in milliseconds.</summary>
    public double To { get; init; }

    /// <summary>How it looks.</summary>
    public Mood Mood { get; init; }

    /// <summary>Its name.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A moment.</summary>
public sealed record TimelineMark
{
    /// <summary>When, in milliseconds.</summary>
    public double At { get; init; }

    /// <summary>How it looks.</summary>
    public Mood Mood { get; init; }

    /// <summary>What happened.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A number over time.</summary>
public sealed record TimelineCurve
{
    /// <summary>What is counted.</summary>
    public string Name { get; init; } = "";

    /// <summary>Time in milliseconds and number, in order.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Points { get; init; } = [];
}

/// <summary>How a state looks to somebody who wants things to work.</summary>
public enum Mood
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>On the way back.</summary>
    Unsure,
}
