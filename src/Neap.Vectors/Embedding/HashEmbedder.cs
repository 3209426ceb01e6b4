using Neap.Core;
using Neap.Vectors.Embedding.Hashing;

namespace Neap.Vectors.Embedding;

/// <summary>The embedder that needs no model and no network: words and pieces of words, hashed into a vector.</summary>
/// <remarks>
/// It knows no meaning, but it knows spelling: <c>parseConfigFile</c>, <c>config_file</c> and "config parser" come near
/// each other. The same text gives the same bits on every machine. Nothing is allocated for a text.
/// </remarks>
public sealed class HashEmbedder : ITextEmbedder
{
    /// <summary>The name that is recorded; it changes whenever a text's vector would.</summary>
    public const string ModelName = "hash-1";

    /// <summary>Length of a vector where none is asked for.</summary>
    public const int DefaultDimensions = 384;

    /// <summary>Shortest vector.</summary>
    public const int LeastDimensions = 8;

    /// <summary>Longest vector.</summary>
    public const int MostDimensions = 4096;

    [ThreadStatic]
    private static HashKernel? _kernelOfThread;

    /// <summary>An embedder with vectors of this length: 8 to 4,096, default 384.</summary>
    public HashEmbedder(int dimensions = DefaultDimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, LeastDimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        Dimensions = dimensions;
    }

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public VectorEncoding Encoding => VectorEncoding.Quantized;

    /// <inheritdoc/>
    public bool CountsWords => true;

    /// <summary>Embeds one text on the caller's thread.</summary>
    /// <param name="text">UTF-8, without a byte order mark.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers, L2-normalised; zeros where no word is.</param>
    public void Embed(ReadOnlySpan<byte> text, Span<float> vector)
    {
        var kernel = _kernelOfThread;
        if (kernel is null || kernel.Dimensions != Dimensions)
        {
            _kernelOfThread = kernel = new HashKernel(Dimensions);
        }

        kernel.Embed(text, vector[..Dimensions]);
    }

    /// <inheritdoc/>
    public ValueTask EmbedAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, Memory<float> vectors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        for (var i = 0; i < texts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Embed(texts[i].Span, vectors.Span.Slice(i * Dimensions, Dimensions));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
