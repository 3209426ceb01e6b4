using Neap.Core;

namespace Neap.Sync;

/// <summary>What the sync of a feed is asked to do.</summary>
public sealed record FeedSyncRequest
{
    /// <summary>The collection that is written to.</summary>
    public required string Collection { get; init; }

    /// <summary>The only service whose collection is written to; null for all that a repository is divided into.</summary>
    public string? Service { get; init; }

    /// <summary>Finds the repository that a line names, or the one that is meant where it names none; null where there is none.</summary>
    public required Func<string?, CancellationToken, ValueTask<FeedPlace?>> Find { get; init; }

    /// <summary>How far the run may go.</summary>
    public SyncMode Mode { get; init; } = SyncMode.Write;

    /// <summary>What a line that fails does to the others.</summary>
    public OnError OnError { get; init; } = OnError.Report;

    /// <summary>Told of each line as it comes to an end; null where nobody listens.</summary>
    public Action<LineReport>? Told { get; init; }

    /// <summary>Whether the report lists every changed path, which takes memory for each.</summary>
    public ChangeListing Listing { get; init; } = ChangeListing.Counted;
}

/// <summary>A repository that a feed writes about.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Name">Its name in the index.</param>
/// <param name="Tip">Where the followed ref points; its commit is the null id where there is none yet.</param>
public sealed record FeedPlace(IRepository Repository, string Name, Tip Tip);

/// <summary>What a failed line does to the others.</summary>
public enum OnError
{
    /// <summary>It is reported, the others go on, and the exit code says that some failed.</summary>
    Report,

    /// <summary>It is reported, the others go on, and the exit code says nothing of it.</summary>
    Continue,

    /// <summary>The run ends; nothing of it becomes visible, and it goes on there once the line is mended.</summary>
    Stop,
}

/// <summary>Whether changed paths are listed.</summary>
public enum ChangeListing
{
    /// <summary>Only their number is kept.</summary>
    Counted,

    /// <summary>Each is kept.</summary>
    Listed,
}
