using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>What SQLite's result codes mean to the person who must act.</summary>
internal static class SqliteTrouble
{
    internal const int Busy = 5;
    internal const int Locked = 6;
    internal const int Protocol = 15;
    internal const int CannotOpen = 14;
    internal const int ReadOnly = 8;

    private const int CorruptFileSystem = 10 | (33 << 8);
    private const int ShortRead = 10 | (2 << 8);
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    /// <summary>The error to throw; its kind follows from the codes alone.</summary>
    internal static NeapException Of(string path, int code, int systemError, string message)
    {
        var said = new IOException($"SQLite said: {message} (code {code}, system error {systemError}).");
        return code switch
        {
            CorruptFileSystem or ShortRead => Damaged(path, said),
            _ when systemError is NoSpace or OverQuota && (code & 0xFF) is 10 or 13 or CannotOpen => Full(path, said),
            _ => OfPrimary(path, code & 0xFF, said),
        };
    }

    private static NeapException OfPrimary(string path, int code, IOException said) => code switch
    {
        26 => Foreign(path, said),
        1 or 11 => Damaged(path, said),
        13 => Full(path, said),
        3 or ReadOnly or CannotOpen or 23 => NotWritable(path, said),
        Busy or Locked or Protocol => Held(path, said),
        _ => new NeapException(
            FailureKind.Unreachable,
            $"The index {path} could not be read or written: {said.Message}",
            "Nothing was half written. Check the disk, then run the same command again.",
            said),
    };

    internal static NeapException Foreign(string path, Exception? said = null) => new(
        FailureKind.IndexForeign,
        $"{path} is not an index of Neap.",
        "The file was not touched. Name another place with `--store`, or move the file away.",
        said);

    internal static NeapException Newer(string path, long version) => new(
        FailureKind.IndexNewer,
        $"The index {path} has format {version}; this version of Neap knows up to {Schema.Version}.",
        "The index was not touched. Install the newer Neap, or name another place with `--store`.");

    internal static NeapException Missing(string path) => new(
        FailureKind.IndexMissing,
        $"There is no index at {path} yet.",
        "Nothing was changed. Run `neap index sync` to make one.");

    internal static NeapException Held(string path, Exception? said = null) => new(
        FailureKind.HeldByAnother,
        $"Another process kept the index {path} busy for too long.",
        "Nothing changed. Run the same command again when the other has ended.",
        said);

    internal static NeapException NotWritable(string path, Exception said) => new(
        FailureKind.NotWritable,
        $"The index {path} cannot be opened or written to.",
        "Nothing changed. Check the permissions of the file and its folder, or name another place with `--store`.",
        said);

    private static NeapException Damaged(string path, Exception said) => new(
        FailureKind.IndexDamaged,
        $"The index {path} is damaged.",
        "The repositories are safe. Delete the file and run `neap index sync` to build it again.",
        said);

    private static NeapException Full(string path, Exception said) => new(
        FailureKind.DiskFull,
        $"The disk that holds the index {path} is full.",
        "The index still equals its last commit. Free some space and run `neap index sync` again; it goes on.",
        said);
}
