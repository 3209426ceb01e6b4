namespace Neap.Core;

/// <summary>Turns texts into vectors.</summary>
public interface ITextEmbedder : IAsyncDisposable
{
    /// <summary>Name and model, as it is recorded with the collection.</summary>
    string Name { get; }

    /// <summary>Length of a vector.</summary>
    int Dimensions { get; }

    /// <summary>How its vectors are kept.</summary>
    VectorEncoding Encoding { get; }

    /// <summary>Whether a vector counts words and knows no sentence: then a question is asked without its small words.</summary>
    bool CountsWords { get; }

    /// <summary>Embeds texts. Safe to call from several threads.</summary>
    /// <param name="texts">UTF-8, without a byte order mark.</param>
    /// <param name="vectors">Receives <c>texts.Count × Dimensions</c> numbers, each vector L2-normalised (or all zero).</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="NeapException">The service does not answer, refuses, or answers wrongly.</exception>
    ValueTask EmbedAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> texts, Memory<float> vectors, CancellationToken cancellation);
}
