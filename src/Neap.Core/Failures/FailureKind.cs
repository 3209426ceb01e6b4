namespace Neap.Core;

/// <summary>What kind of trouble stopped something. Decided by type and code, never by the words of a message.</summary>
public enum FailureKind
{
    /// <summary>The command or a setting is wrong.</summary>
    Usage,

    /// <summary>The folder is not a git repository.</summary>
    NotARepository,

    /// <summary>The ref or expression names no commit.</summary>
    RefNotFound,

    /// <summary>An object that the repository should hold cannot be read.</summary>
    ObjectUnreadable,

    /// <summary>git is not installed, too old, or refuses the repository.</summary>
    GitUnavailable,

    /// <summary>The index file is damaged.</summary>
    IndexDamaged,

    /// <summary>The file is a database of something else.</summary>
    IndexForeign,

    /// <summary>The index was written by a newer version.</summary>
    IndexNewer,

    /// <summary>There is no index at this place yet.</summary>
    IndexMissing,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The place cannot be written to.</summary>
    NotWritable,

    /// <summary>Somebody else is syncing the same collection and repository.</summary>
    HeldByAnother,

    /// <summary>The collection was built with vectors of another embedder or dimension.</summary>
    EmbedderMismatch,

    /// <summary>A store or server did not answer.</summary>
    Unreachable,

    /// <summary>A server asked to be called less often.</summary>
    RateLimited,

    /// <summary>A server refused the credentials.</summary>
    Unauthorized,

    /// <summary>A server takes other texts and refuses this one.</summary>
    Refused,

    /// <summary>A server answered with something that its contract does not allow.</summary>
    BadAnswer,

    /// <summary>Neap, or the limit it was given, has no memory left.</summary>
    OutOfMemory,

    /// <summary>A server answers and cannot be an index: something that it would need is not installed.</summary>
    StoreUnfit,

    /// <summary>The system lets the process open too few files.</summary>
    TooFewFiles,
}
