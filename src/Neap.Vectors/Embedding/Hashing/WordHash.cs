using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>The arithmetic of features. It never changes: recorded vectors depend on every constant here.</summary>
internal static class WordHash
{
    /// <summary>Longest word that is hashed whole, in bytes.</summary>
    public const int LongestBytes = 16;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;

    /// <summary>A hash of two numbers, of which every bit depends on every bit of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong low, ulong high)
    {
        var hash = (low ^ BitOperations.RotateLeft(high * First, 29)) * Second;
        hash ^= hash >> 32;
        return hash * Second;
    }

    /// <summary>Eight bytes with ASCII capitals as small letters; bytes above 127 stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Lower(ulong bytes) => bytes | ((~bytes & 0x8080808080808080) >> 2);

    /// <summary>The first <paramref name="count"/> bytes, 0 to 8; the others become zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Keep(ulong bytes, int count) => count switch
    {
        >= 8 => bytes,
        <= 0 => 0,
        _ => bytes & ((1UL << (count * 8)) - 1),
    };
}
