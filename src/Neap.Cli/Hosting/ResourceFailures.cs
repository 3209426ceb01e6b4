using Neap.Core;

namespace Neap.Cli;

/// <summary>What the machine can run out of, in the words a person reads.</summary>
internal static class ResourceFailures
{
    public static NeapException OutOfMemory(OutOfMemoryException trouble) => new(
        FailureKind.OutOfMemory,
        "There is not enough memory to go on.",
        "The index still equals its last commit, and what was read is kept. Give Neap more memory (`memory_limit_mb`), or "
        + "run the same command with `--workers 1 --batch-size 50`; it goes on.",
        trouble);
}
