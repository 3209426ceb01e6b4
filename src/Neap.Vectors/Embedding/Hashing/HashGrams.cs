using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>Pieces of three bytes inside a word: they bring <c>parse</c> near <c>parser</c>.</summary>
internal static unsafe class HashGrams
{
    /// <summary>Pieces taken from one word at most.</summary>
    public const int PerWord = 8;

    private const int Weight = 300;
    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA77;

    /// <summary>How many pieces a word of this many bytes has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int length) => Math.Clamp(length - 2, 0, PerWord);

    /// <summary>Writes <see cref="PerWord"/> places; only the first <see cref="Count"/> of them are valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ulong low, ulong high, int dimensions, uint* places)
    {
        var word = Vector128.Create(low, high).AsByte();
        var early = Vector128.Shuffle(
            word, Vector128.Create((byte)0, 1, 2, 255, 1, 2, 3, 255, 2, 3, 4, 255, 3, 4, 5, 255));
        var late = Vector128.Shuffle(
            word, Vector128.Create((byte)4, 5, 6, 255, 5, 6, 7, 255, 6, 7, 8, 255, 7, 8, 9, 255));
        var hash = Vector256.Create(early, late).AsUInt32() * Vector256.Create(First);
        hash = (hash ^ (hash >>> 15)) * Vector256.Create(Second);
        (((hash >>> 16) * Vector256.Create((uint)dimensions * 2)) >>> 16).Store(places);
    }

    /// <summary>Adds the pieces to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(uint* places, uint* end, int* sums)
    {
        for (; places < end; places++)
        {
            sums[*places] += Weight;
        }
    }
}
