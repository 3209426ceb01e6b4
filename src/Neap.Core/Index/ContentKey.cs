namespace Neap.Core;

/// <summary>Everything that decides what the index keeps of a blob. Another key means that content is read again.</summary>
/// <param name="Chunker">Name and version of the rules that read and split text.</param>
/// <param name="Embedder">Name of the embedder and its model.</param>
/// <param name="Dimensions">Length of a vector.</param>
/// <param name="Encoding">How vectors are kept.</param>
/// <param name="LimitBytes">Larger blobs are skipped.</param>
/// <param name="Lexical">Whether words are indexed next to vectors.</param>
public sealed record ContentKey(
    string Chunker, string Embedder, int Dimensions, VectorEncoding Encoding, long LimitBytes, bool Lexical)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Chunker};{Embedder};{Dimensions};{Names.Of(Encoding)};{LimitBytes};{(Lexical ? "lexical" : "vectors-only")}";
}

/// <summary>How a vector is kept.</summary>
public enum VectorEncoding
{
    /// <summary>One signed byte a dimension and one scale: a quarter of the size, cosine off by less than 0.01.</summary>
    Quantized,

    /// <summary>Four bytes a dimension, exact.</summary>
    Exact,
}
