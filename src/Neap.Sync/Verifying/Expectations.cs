using Neap.Core;

namespace Neap.Sync;

/// <summary>What the index should hold of each content, computed from git by the rules that made the revision.</summary>
internal sealed class Expectations
{
    private readonly Dictionary<BlobId, Expected> _contents = [];

    public Expected? Find(BlobId blob) => _contents.GetValueOrDefault(blob);

    public static Expectations Read(
        Func<Func<IReadOnlyList<BlobContent>, CancellationToken, ValueTask>, Outcome> read,
        ContentKey key)
    {
        var expectations = new Expectations();
        _ = read((batch, _) =>
        {
            foreach (var content in batch)
            {
                expectations._contents[content.Blob] = Of(content, key);
            }

            return ValueTask.CompletedTask;
        });
        return expectations;
    }

    private static Expected Of(BlobContent content, ContentKey key) => content switch
    {
        BlobContent.Text text => new Expected(new Standing.Indexed(text.Chunks.Count), Fingerprints(text, key)),
        BlobContent.Skipped skipped => new Expected(new Standing.Skipped(skipped.Reason), []),
        BlobContent.Failed failed => new Expected(new Standing.Failed(failed.Category), []),
        _ => throw new System.Diagnostics.UnreachableException(content.ToString()),
    };

    private static Fingerprint[] Fingerprints(BlobContent.Text text, ContentKey key)
    {
        var size = VectorCodec.SizeBytes(key.Encoding, key.Dimensions);
        var vector = new float[key.Dimensions];
        var prints = new Fingerprint[text.Chunks.Count];
        for (var i = 0; i < prints.Length; i++)
        {
            VectorCodec.Unpack(key.Encoding, text.Vectors.Span.Slice(i * size, size), vector);
            prints[i] = Fingerprint.Of(text.Chunks[i].Range, text.Chunks[i].TextSha256.Span, vector);
        }

        return prints;
    }

    internal sealed record Expected(Standing Standing, IReadOnlyList<Fingerprint> Chunks);
}
