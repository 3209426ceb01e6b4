using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Neap.Core;

namespace Neap.Sync;

/// <summary>A chunk in 16 bytes: 8 for its place and text, 8 for its vector, so that a whole repository fits in memory.</summary>
/// <param name="Text">Of place and text.</param>
/// <param name="Vector">Of the vector's numbers.</param>
internal readonly record struct Fingerprint(ulong Text, ulong Vector)
{
    public static Fingerprint Of(ChunkRange range, ReadOnlySpan<byte> textSha256, ReadOnlySpan<float> vector)
    {
        Span<byte> bytes = stackalloc byte[20 + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, range.OffsetBytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], range.LengthBytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], range.FirstLine);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], range.LastLine);
        textSha256.CopyTo(bytes[20..]);
        return new Fingerprint(Hash(bytes), Hash(MemoryMarshal.AsBytes(vector)));
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
