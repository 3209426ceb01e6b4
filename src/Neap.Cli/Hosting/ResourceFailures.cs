using Neap.Core;

namespace Neap.Cli;

/// <summary>What the machine can run out of, in the words a person reads.</summary>
internal static class ResourceFailures
{
    /// <summary>With fewer the runtime itself cannot start what it needs.</summary>
    public const int FewestFiles = 128;

    public static NeapException TooFewFiles(int files) => new(
        FailureKind.TooFewFiles,
        $"Neap may have {files} files open at once and needs {FewestFiles}.",
        "Nothing was done. Raise the limit, such as by `ulimit -n 1024`, and run the same command again.");

    public static NeapException OutOfMemory(OutOfMemoryException trouble) => new(
        FailureKind.OutOfMemory,
        "There is not enough memory to go on.",
        "The index still equals its last commit, and what was read is kept. Give Neap more memory (`memory_limit_mb`), or "
        + "run the same command with `--workers 1 --batch-size 50`; it goes on.",
        trouble);
}
