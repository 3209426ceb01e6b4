namespace Neap.Changes;

/// <summary>How git is run.</summary>
public sealed record GitOptions
{
    private readonly int _blobReaders = 1;
    private readonly int _blobsPerProcess = 50_000;

    /// <summary>The program; a name is looked up in <c>PATH</c>. Default <c>git</c>.</summary>
    public string Executable { get; init; } = "git";

    /// <summary>Processes that read blobs at the same time; default 1, from 1 to 8.</summary>
    public int BlobReaders
    {
        get => _blobReaders;
        init => _blobReaders = Bounded(value, 1, 8);
    }

    /// <summary>Blobs after which a reading process is replaced, so that its memory ends; default 50,000, from 1,000.</summary>
    public int BlobsPerProcess
    {
        get => _blobsPerProcess;
        init => _blobsPerProcess = Bounded(value, 1_000, int.MaxValue);
    }

    /// <summary>Where temporary trees of uncommitted work are kept; default: the system's folder for such files.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    private static int Bounded(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
