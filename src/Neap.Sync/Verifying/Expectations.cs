using Neap.Core;

namespace Neap.Sync;

/// <summary>What the index should hold of each content, computed from git by the rules that made the revision.</summary>
internal sealed class Expectations
{
    private static readonly IReadOnlySet<int> NoChunks = new HashSet<int>();

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
        BlobContent.Text text => new Expected(new Standing.Indexed(text.Chunks.Count), Fingerprints(text, key), WithoutWords(text)),
        BlobContent.Skipped skipped => new Expected(new Standing.Skipped(skipped.Reason), [], NoChunks),
        BlobContent.Failed failed => new Expected(new Standing.Failed(failed.Category), [], NoChunks),
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

    /// <summary>Of most contents every chunk has words, so that those without are noted.</summary>
    private static IReadOnlySet<int> WithoutWords(BlobContent.Text text) =>
        Enumerable.Range(0, text.Chunks.Count).Where(chunk => text.Chunks[chunk].Terms.IsEmpty).ToHashSet() is { Count: > 0 } some
            ? some
            : NoChunks;

    /// <summary>What the index should hold of a content.</summary>
    /// <param name="Standing">What it holds.</param>
    /// <param name="Chunks">The chunks.</param>
    /// <param name="WithoutWords">Chunks that no search by words can find.</param>
    internal sealed record Expected(
        Standing Standing, IReadOnlyList<Fingerprint> Chunks, IReadOnlySet<int> WithoutWords)
    {
        /// <summary>True where a search by words has to find the chunk.</summary>
        public bool HasWords(int chunk) => chunk < Chunks.Count && !WithoutWords.Contains(chunk);
    }
}
