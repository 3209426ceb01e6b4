using Microsoft.Win32.SafeHandles;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Standard output that notices when nobody reads it any more, or when it cannot be written.</summary>
/// <remarks>
/// The stream that the console hands out takes a closed pipe for success; an export of a million lines into
/// <c>head</c> would go on to its end. The first trouble is thrown, what follows is dropped.
/// </remarks>
internal sealed class OutputStream : WriteOnlyStream
{
    private const int Output = 1;
    private const int BrokenPipe = 32;
    private const int NoSpace = 28;
    private readonly Stream _file = Open();
    private bool _isBroken;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isBroken)
        {
            return;
        }

        try
        {
            _file.Write(buffer);
        }
        catch (IOException trouble)
        {
            _isBroken = true;
            throw trouble.HResult == BrokenPipe ? new OutputClosedException(trouble) : Unwritable(trouble);
        }
    }

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// A file stream writes at a place of its own and leaves the system's where it was, so the next command that writes
    /// into the same redirected file would write over ours. Where there is a place at all, the console's stream is right.
    /// </summary>
    private static Stream Open()
    {
        var pipe = new FileStream(new SafeFileHandle(Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    private static NeapException Unwritable(IOException trouble) => new(
        trouble.HResult == NoSpace ? FailureKind.DiskFull : FailureKind.NotWritable,
        trouble.HResult == NoSpace ? "The output cannot be written: its disk is full." : "The output cannot be written.",
        "The index is whole. Send the output to another place and run the same command again.",
        trouble);
}

/// <summary>Whoever read the output has seen enough.</summary>
internal sealed class OutputClosedException(Exception inner) : IOException("Nobody reads the output any more.", inner);
