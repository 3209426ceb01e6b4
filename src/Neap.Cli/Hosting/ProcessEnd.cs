using System.Runtime.InteropServices;

namespace Neap.Cli;

/// <summary>Ends this process where it stands.</summary>
internal static partial class ProcessEnd
{
    /// <summary>Leaves without an ordinary end: nothing is closed, flushed or deleted, as after <c>kill -9</c>.</summary>
    /// <remarks>
    /// An ordinary end deletes the runtime's temporary files, and takes as long as their disk does; who waits in there is
    /// beyond the reach of any signal. They stay behind: two pipes and a socket, which are empty. Windows has other means
    /// than files, and the ordinary end.
    /// </remarks>
    public static void AtOnce(int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(exitCode);
        }

        Exit(exitCode);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int exitCode);
}
