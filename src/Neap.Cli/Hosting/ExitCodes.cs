using Neap.Core;

namespace Neap.Cli;

/// <summary>What the exit code of every command means.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Finished, but some files or repositories failed, or index and commit differ.</summary>
    public const int Incomplete = 1;

    /// <summary>The command, a setting or the index file cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>A store, a disk or a server did not do its part; of several repositories, where nothing else failed.</summary>
    public const int Unavailable = 3;

    /// <summary>The repository cannot be read as asked.</summary>
    public const int Repository = 4;

    /// <summary>Somebody else syncs the same collection and repository, or changes the list of repositories.</summary>
    public const int Held = 5;

    /// <summary>Interrupted; the next run goes on.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code of a failure.</summary>
    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.NotARepository or FailureKind.RefNotFound or FailureKind.ObjectUnreadable
            or FailureKind.GitUnavailable => Repository,
        FailureKind.DiskFull or FailureKind.NotWritable or FailureKind.Unreachable or FailureKind.RateLimited
            or FailureKind.Unauthorized or FailureKind.BadAnswer or FailureKind.Refused
            or FailureKind.OutOfMemory or FailureKind.TooFewFiles => Unavailable,
        FailureKind.HeldByAnother => Held,
        _ => Usage,
    };
}
