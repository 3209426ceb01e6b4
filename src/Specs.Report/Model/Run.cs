namespace Specs.Report.Model;

/// <summary>What was executed, as told by one message file or by several that belong together.</summary>
/// <param name="Files">In the order in which they were named; a rerun is a later one.</param>
public sealed record Run(IReadOnlyList<RunFile> Files)
{
    /// <summary>When the first file's run began, UTC; null where it does not say.</summary>
    public DateTimeOffset? Started => Files.Select(file => file.Started).FirstOrDefault(started => started is not null);

    /// <summary>The time of all files together.</summary>
    public TimeSpan Duration => Files.Aggregate(TimeSpan.Zero, (sum, file) => sum + file.Duration);

    /// <summary>What went wrong outside every example: hooks around the run, broken features.</summary>
    public IEnumerable<string> Problems => Files.SelectMany(file => file.Problems);
}

/// <summary>One file of Cucumber Messages.</summary>
public sealed record RunFile
{
    /// <summary>Where it was read from.</summary>
    public required string Path { get; init; }

    /// <summary>The program that wrote it, with its version; empty where it does not say.</summary>
    public required string Tool { get; init; }

    /// <summary>The commit that was tested, where the messages say so; else empty.</summary>
    public required string Commit { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset? Started { get; init; }

    /// <summary>From start to finish; zero where the run did not finish.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>True where <c>testRunFinished</c> was read.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>What <c>testRunFinished</c> says of itself; true where it was not read.</summary>
    public required bool SaysSuccess { get; init; }

    /// <summary>Errors outside every example.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}

/// <summary>Whether the run can be judged at all.</summary>
/// <param name="Reasons">What is missing, a sentence each; none where the run is complete.</param>
public sealed record RunState(IReadOnlyList<string> Reasons)
{
    /// <summary>True where all that is specified ran to its end.</summary>
    public bool IsComplete => Reasons.Count == 0;
}
