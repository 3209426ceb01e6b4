using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Neap.Changes;

/// <summary>An end of a pipe as a plain file.</summary>
/// <remarks>
/// .NET reads and writes its own pipe streams through sockets, whose start costs a short command several milliseconds.
/// The system's plain read and write do the same here, because nobody reads a pipe of git asynchronously.
/// </remarks>
internal static class PlainPipe
{
    /// <summary>The same end; the given stream no longer owns it.</summary>
    public static Stream Of(Stream stream, FileAccess access)
    {
        if (OperatingSystem.IsWindows() || stream is not PipeStream { SafePipeHandle: var pipe })
        {
            return stream;
        }

        var handle = new SafeFileHandle(pipe.DangerousGetHandle(), ownsHandle: true);
        pipe.SetHandleAsInvalid();
        return new FileStream(handle, access, bufferSize: 0);
    }
}
