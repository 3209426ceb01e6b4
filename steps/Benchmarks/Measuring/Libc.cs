using System.Runtime.InteropServices;

namespace Benchmarks.Measuring;

/// <summary>The calls that start a process and tell afterwards what it used; .NET's own process class keeps that to itself.</summary>
internal static unsafe partial class Libc
{
    /// <summary>glibc and musl need less than this for a list of file actions.</summary>
    public const int FileActionsBytes = 512;

    public const int WriteOnly = 1;

    public const int CloseOnExec = 0x80000;

    [LibraryImport("libc", EntryPoint = "posix_spawnp")]
    public static partial int Spawn(
        out int processId, byte* file, byte* actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen")]
    public static partial int AddOpen(byte* actions, int descriptor, byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int AddDuplicate(byte* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    public static partial int Pipe(int* ends, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    public static partial int Wait(int processId, out int status, int options, out Usage usage);

    /// <summary><c>struct rusage</c>: the process and the children it has waited for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public fixed long Others[16];

        public readonly TimeSpan Cpu =>
            TimeSpan.FromSeconds(UserSeconds + SystemSeconds)
            + TimeSpan.FromMicroseconds(UserMicroseconds + SystemMicroseconds);
    }
}
