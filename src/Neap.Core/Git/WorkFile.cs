namespace Neap.Core;

/// <summary>What came of reading a file of the working tree.</summary>
public abstract record WorkFile
{
    private WorkFile()
    {
    }

    /// <summary>The file's content.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Bytes) : WorkFile;

    /// <summary>The file is larger than asked for.</summary>
    public sealed record TooLarge(long SizeBytes) : WorkFile;

    /// <summary>It was not read.</summary>
    /// <param name="Category">Why.</param>
    /// <param name="Reason">In words, as a whole sentence.</param>
    public sealed record Refused(FailureCategory Category, string Reason) : WorkFile;
}
