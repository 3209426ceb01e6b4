using System.Globalization;

namespace Neap.Changes;

/// <summary>One <c>git cat-file --batch --buffer</c>: asked on one thread, read on another.</summary>
internal sealed class BlobProcess : IDisposable
{
    private readonly GitRunner _git;
    private readonly GitProcess _process;
    private readonly BlobStream _stream;
    private readonly CancellationToken _stop;
    private long _received;
    private long _asked;
    private int _noMore;
    private volatile bool _isBroken;

    /// <summary>Starts it with bounded memory: windows and caches of git are as small as costs no time.</summary>
    public BlobProcess(GitRunner git, long limitBytes, CancellationToken stop)
    {
        (_git, _stop) = (git, stop);
        _process = git.Start(
            [
                "-c", "core.packedGitWindowSize=1m",
                "-c", "core.packedGitLimit=32m",
                "-c", "core.deltaBaseCacheLimit=32m",
                "-c", string.Create(CultureInfo.InvariantCulture, $"core.bigFileThreshold={limitBytes}"),
                "cat-file", "--batch", "--buffer",
            ],
            stop);
        _stream = new BlobStream(_process.Output, stop);
    }

    /// <summary>How many blobs it was asked for.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    /// <summary>True once an answer did not come whole.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>Asks for blobs; returns when git has room for the question.</summary>
    public void Ask(ReadOnlySpan<BlobId> blobs, IReadOnlySet<ObjectId> absent)
    {
        Span<byte> lines = stackalloc byte[AskedPart.MostBlobs * (2 * ObjectId.MaxBytes + 1)];
        var length = 0;
        var count = 0;
        foreach (var blob in blobs)
        {
            if (!absent.Contains(blob.Value))
            {
                length += blob.Value.WriteHex(lines[length..]);
                lines[length++] = (byte)'\n';
                count++;
            }
        }

        Interlocked.Add(ref _asked, count);
        try
        {
            _process.Input.Write(lines[..length]);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Git has gone; the reading thread finds the first answer that is missing and says why.
        }
    }

    /// <summary>Says that no more will be asked, so that git hands over what it still holds and ends.</summary>
    public void NoMore()
    {
        Volatile.Write(ref _noMore, 1);
        try
        {
            _process.Input.Close();
        }
        catch (IOException)
        {
            // Git has gone; see Ask.
        }
    }

    /// <summary>Ends the process where everything it was asked for has come and no more will be asked; true then.</summary>
    public bool EndedAfterUse()
    {
        if (Volatile.Read(ref _noMore) == 0 || _received < Asked)
        {
            return false;
        }

        Dispose();
        return true;
    }

    /// <summary>Reads the next answer, which has to be about this blob; false where it does not come whole, and ever after.</summary>
    public bool TryReceive(BlobId blob, long limitBytes, BatchPacker packer)
    {
        _isBroken = _isBroken || !Receive(blob, limitBytes, packer);
        _received += _isBroken ? 0 : 1;
        return !_isBroken;
    }

    /// <summary>Looks why the first answer did not come whole; returns where that is due to the blob alone.</summary>
    /// <exception cref="NeapException">Git refuses the repository, or was ended by somebody.</exception>
    public void EnsureDamaged(BlobId blob)
    {
        _stop.ThrowIfCancellationRequested();
        if (!_stream.IsAtEnd)
        {
            return; // git is well and speaks of something that is no blob
        }

        NoMore();
        var end = _process.End(_stop);
        _git.EnsureAcceptedAsync(_stop).GetAwaiter().GetResult();
        if (end.ExitCode != GitEnd.Fatal)
        {
            throw GitFailures.Unreadable($"Blob {blob}", end.Said);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private bool Receive(BlobId blob, long limitBytes, BatchPacker packer)
    {
        switch (_stream.ReadHeader(blob))
        {
            case { State: RawBlobState.Missing }:
                packer.AddWithoutBytes(new RawBlob(blob, IsHere(blob) ? RawBlobState.Damaged : RawBlobState.Missing, 0, default));
                return true;
            case { State: RawBlobState.Present, SizeBytes: var size } when size > limitBytes:
                if (!_stream.Skip(size + 1))
                {
                    return false;
                }

                packer.AddWithoutBytes(new RawBlob(blob, RawBlobState.TooLarge, size, default));
                return true;
            case { State: RawBlobState.Present, SizeBytes: var size }:
                if (!_stream.Fill(packer.Room((int)size)) || !_stream.Skip(1))
                {
                    return false;
                }

                packer.Add(blob, (int)size);
                return true;
            default:
                return false;
        }
    }

    // Git reports a loose object with a damaged head as missing. It is there, so it must not pass for one that is not.
    private bool IsHere(BlobId blob)
    {
        var hex = blob.ToString();
        return File.Exists(Path.Combine(_git.Layout.CommonDirectory, "objects", hex[..2], hex[2..]));
    }
}
