using Neap.Core;

namespace Neap.Content;

/// <summary>One piece of a text.</summary>
/// <param name="Range">Its place in the blob, in the blob's own bytes and in lines.</param>
/// <param name="TextOffset">Its first byte in the UTF-8 text.</param>
/// <param name="TextLength">Its number of bytes in the UTF-8 text; 0 only for an empty text.</param>
public readonly record struct Chunk(ChunkRange Range, int TextOffset, int TextLength);
