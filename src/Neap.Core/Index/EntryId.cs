using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Neap.Core;

/// <summary>The id of an entry: a UUID version 5 over collection, repository, path and chunk.</summary>
/// <remarks>Two repositories never share an id, and the same chunk always has the same one (RFC 9562 §5.5).</remarks>
public static class EntryId
{
    private static readonly Guid Namespace = new("6f1c3a52-9d0e-5b7a-8c41-2b7d6e0f9a13");

    /// <summary>The id of chunk number <paramref name="chunk"/> of a file.</summary>
    public static Guid Of(string collection, string repository, RepoPath path, int chunk)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        Span<byte> scratch = stackalloc byte[20];
        Namespace.TryWriteBytes(scratch, bigEndian: true, out _);
        hash.AppendData(scratch[..16]);
        hash.AppendData(Encoding.UTF8.GetBytes($"{collection}\0{repository}\0"));
        hash.AppendData(path.Bytes);
        BinaryPrimitives.WriteInt32BigEndian(scratch, chunk);
        hash.AppendData(scratch[..4]);
        hash.GetHashAndReset(scratch);
        scratch[6] = (byte)((scratch[6] & 0x0F) | 0x50);
        scratch[8] = (byte)((scratch[8] & 0x3F) | 0x80);
        return new Guid(scratch[..16], bigEndian: true);
    }
}
