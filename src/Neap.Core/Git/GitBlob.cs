using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neap.Core;

/// <summary>Names content as git would.</summary>
public static class GitBlob
{
    /// <summary>The id that git gives this content.</summary>
    /// <param name="content">The bytes of the file as they are committed.</param>
    /// <param name="idBytes">20 in a SHA-1 repository, 32 in a SHA-256 repository.</param>
    public static BlobId IdOf(ReadOnlySpan<byte> content, int idBytes)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0"));
        using var hash = IncrementalHash.CreateHash(
            idBytes == SHA256.HashSizeInBytes ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(head);
        hash.AppendData(content);
        Span<byte> id = stackalloc byte[ObjectId.MaxBytes];
        return new BlobId(ObjectId.FromBytes(id[..hash.GetHashAndReset(id)]));
    }
}
