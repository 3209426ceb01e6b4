using Neap.Core;

namespace Neap.Sync;

/// <summary>What became of the blobs that a run had to read.</summary>
internal sealed class Outcome
{
    private readonly Dictionary<BlobId, Read> _read = [];

    /// <summary>Chunks whose vectors were computed.</summary>
    public long TextsEmbedded { get; private set; }

    /// <summary>Bytes of the blobs that were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Blobs that were read.</summary>
    public int Count => _read.Count;

    /// <summary>Makes room for so many blobs at once: growing step by step would hold the same several times.</summary>
    public void Expect(int blobs) => _read.EnsureCapacity(blobs);

    /// <summary>What became of a blob; null where the run did not have to read it.</summary>
    public Read? Find(BlobId blob) => _read.TryGetValue(blob, out var read) ? read : null;

    public void Add(BlobContent content)
    {
        var standing = StandingOf(content);
        _read[content.Blob] = new Read(standing, content.SizeBytes);
        BytesRead += content.SizeBytes;
        TextsEmbedded += standing is Standing.Indexed(var chunks) ? chunks : 0;
    }

    /// <summary>What the index will hold of a content.</summary>
    public static Standing StandingOf(BlobContent content) => content switch
    {
        BlobContent.Text text => new Standing.Indexed(text.Chunks.Count),
        BlobContent.Skipped skipped => new Standing.Skipped(skipped.Reason),
        BlobContent.Failed failed => new Standing.Failed(failed.Category),
        _ => throw new System.Diagnostics.UnreachableException(content.ToString()),
    };

    /// <summary>One blob's fate.</summary>
    internal readonly record struct Read(Standing Standing, long SizeBytes);
}
