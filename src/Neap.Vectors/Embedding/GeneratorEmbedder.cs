using System.Net;
using Microsoft.Extensions.AI;
using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>Any generator of <c>Microsoft.Extensions.AI</c> as an embedder of ours. It owns the generator.</summary>
public sealed class GeneratorEmbedder : ITextEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly int _maxBatchTexts;

    /// <summary>Wraps a generator.</summary>
    /// <param name="generator">The generator; safe to call from several threads.</param>
    /// <param name="dimensions">Length of its vectors; null takes what its metadata says.</param>
    /// <param name="maxBatchTexts">Texts in one call: 1 to 2,048, default 96.</param>
    /// <exception cref="NeapException">The length is neither given nor in the metadata.</exception>
    public GeneratorEmbedder(
        IEmbeddingGenerator<string, Embedding<float>> generator, int? dimensions, int maxBatchTexts = 96)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBatchTexts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBatchTexts, 2048);
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        (_generator, _maxBatchTexts) = (generator, maxBatchTexts);
        Name = $"{metadata?.ProviderName ?? "generator"}:{metadata?.DefaultModelId ?? generator.GetType().Name}";
        Dimensions = dimensions ?? metadata?.DefaultModelDimensions ?? 0;
        if (Dimensions <= 0)
        {
            EmbedderProblems.ThrowIfAny([$"The generator {Name} does not say how long its vectors are."]);
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public VectorEncoding Encoding => VectorEncoding.Exact;

    /// <inheritdoc/>
    public bool CountsWords => false;

    /// <inheritdoc/>
    public async ValueTask EmbedAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, Memory<float> vectors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        vectors.Span[..(texts.Count * Dimensions)].Clear();
        foreach (var places in EmbeddingRequest.Split(texts, _maxBatchTexts, int.MaxValue))
        {
            var values = places.Select(place => System.Text.Encoding.UTF8.GetString(texts[place].Span)).ToArray();
            var embeddings = await AskAsync(values, cancellation);
            for (var i = 0; i < places.Length; i++)
            {
                Store(embeddings[i].Vector.Span, vectors.Slice(places[i] * Dimensions, Dimensions).Span);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_generator is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
            return;
        }

        _generator.Dispose();
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] values, CancellationToken cancellation)
    {
        try
        {
            var embeddings = await _generator.GenerateAsync(values, null, cancellation);
            return embeddings.Count == values.Length
                ? embeddings
                : throw Wrong($"{embeddings.Count} vectors for {values.Length} texts");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
        {
            throw new NeapException(
                KindOf(exception),
                $"The generator {Name} got no answer from its service.",
                "Nothing of this batch was stored. Check the service and its key, then run the same command again.",
                exception);
        }
    }

    private static FailureKind KindOf(Exception exception) => (exception as HttpRequestException)?.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => FailureKind.Unauthorized,
        HttpStatusCode.TooManyRequests => FailureKind.RateLimited,
        _ => FailureKind.Unreachable,
    };

    private void Store(ReadOnlySpan<float> answer, Span<float> vector)
    {
        if (answer.Length != vector.Length)
        {
            throw Wrong($"a vector of {answer.Length} numbers instead of {vector.Length}");
        }

        answer.CopyTo(vector);
        if (!UnitLength.TryApply(vector))
        {
            throw Wrong("something that is no number");
        }
    }

    private NeapException Wrong(string what) => new(
        FailureKind.BadAnswer,
        $"The generator {Name} answered with {what}.",
        "Nothing of this batch was stored. Check the generator's model and the length of its vectors.");
}
