using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What became of one repository.</summary>
internal sealed record RepositoryOutcome
{
    private RepositoryOutcome(RegisteredRepository repository, RepositoryEnd end) => (Repository, End) = (repository, end);

    /// <summary>The repository.</summary>
    public RegisteredRepository Repository { get; }

    /// <summary>How it ended.</summary>
    public RepositoryEnd End { get; }

    /// <summary>Its reports; none where it failed, was cut off or was not started.</summary>
    public IReadOnlyList<SyncReport> Reports { get; private init; } = [];

    /// <summary>Why it failed; null where it did not.</summary>
    public NeapException? Failure { get; private init; }

    /// <summary>True where the next call has to go on with it because this one was stopped.</summary>
    public bool IsUnfinished => End is RepositoryEnd.Interrupted or RepositoryEnd.NotStarted;

    public static RepositoryOutcome Of(RegisteredRepository repository, IReadOnlyList<SyncReport> reports)
    {
        var isInterrupted = reports.Any(report => report.Status == SyncStatus.Interrupted);
        return new(repository, isInterrupted ? RepositoryEnd.Interrupted : RepositoryEnd.Synced) { Reports = reports };
    }

    public static RepositoryOutcome Failed(RegisteredRepository repository, NeapException failure) =>
        new(repository, RepositoryEnd.Failed) { Failure = failure };

    /// <summary>It was at work when the time for finishing was over; what was stored is kept.</summary>
    public static RepositoryOutcome CutOff(RegisteredRepository repository) => new(repository, RepositoryEnd.Interrupted);

    public static RepositoryOutcome NotStarted(RegisteredRepository repository) => new(repository, RepositoryEnd.NotStarted);
}

/// <summary>How the turn of one repository ended.</summary>
internal enum RepositoryEnd
{
    /// <summary>It had its turn, whatever became of single files.</summary>
    Synced,

    /// <summary>Something made it impossible.</summary>
    Failed,

    /// <summary>It was stopped at work.</summary>
    Interrupted,

    /// <summary>Its turn had not come when the stop was asked for.</summary>
    NotStarted,
}
