using Neap.Core;

namespace Neap.Content;

/// <summary>What a blob's bytes turned out to be.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>Text.</summary>
    /// <param name="Encoding">How the blob's bytes are read.</param>
    /// <param name="Utf8">
    /// The text in UTF-8 without a byte order mark; a part of the blob's own memory where the blob is UTF-8, so it lives
    /// no longer than the blob's buffer.
    /// </param>
    public sealed record Text(TextEncoding Encoding, ReadOnlyMemory<byte> Utf8) : Reading;

    /// <summary>Left out on purpose: binary, or a pointer to Git LFS.</summary>
    public sealed record Skip(SkipReason Reason) : Reading;

    /// <summary>Text in no encoding that Neap reads.</summary>
    public sealed record Fail(FailureCategory Category) : Reading;
}
