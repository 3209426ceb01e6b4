using System.Text;
using Microsoft.Extensions.AI;
using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>An embedder of ours seen as a generator of <c>Microsoft.Extensions.AI</c>.</summary>
internal static class Generator
{
    public static async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        ITextEmbedder embedder,
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != embedder.Dimensions)
        {
            throw Mismatch(embedder, asked);
        }

        var texts = values.Select(ReadOnlyMemory<byte> (value) => Encoding.UTF8.GetBytes(value)).ToArray();
        var vectors = new float[texts.Length * embedder.Dimensions];
        await embedder.EmbedAsync(texts, vectors, cancellation);
        var embeddings = Enumerable.Range(0, texts.Length).Select(i =>
            new Embedding<float>(vectors.AsMemory(i * embedder.Dimensions, embedder.Dimensions))
            {
                ModelId = embedder.Name,
            });
        return new GeneratedEmbeddings<Embedding<float>>(embeddings);
    }

    public static object? GetService(ITextEmbedder embedder, Type serviceType, object? serviceKey)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("neap", null, embedder.Name, embedder.Dimensions)
            : serviceType.IsInstanceOfType(embedder) ? embedder : null;
    }

    private static NeapException Mismatch(ITextEmbedder embedder, int asked) => new(
        FailureKind.EmbedderMismatch,
        $"Vectors of {asked} dimensions were asked of {embedder.Name}, which makes {embedder.Dimensions}.",
        "Nothing was embedded. Ask for its own length, or create an embedder with the length you need.");
}
