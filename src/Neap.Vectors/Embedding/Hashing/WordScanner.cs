using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>Finds where words begin and end, 64 bytes at a time and without a branch per byte.</summary>
/// <remarks>
/// A word is a run of ASCII letters and digits and of bytes above 127. It is cut at <c>aB</c>, <c>1B</c> and before the
/// last capital of <c>ABc</c>, so <c>parseHTTPHeader</c> is three words. After the text come 65 zero bytes.
/// </remarks>
internal unsafe struct WordScanner
{
    /// <summary>Bytes looked at in one step.</summary>
    public const int BlockBytes = 64;

    private ulong _wordBefore;
    private ulong _smallBefore;
    private ulong _capitalBefore;

    /// <summary>Appends the positions in the block at <paramref name="position"/> to the two lists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(byte* text, int position, ref int* starts, ref int* ends)
    {
        Classify(text + position, out var capitals, out var letters, out var digits);
        var small = letters | digits;
        var word = small | capitals;
        var afterWord = (word << 1) | _wordBefore;
        var afterSmall = (small << 1) | _smallBefore;
        var afterCapital = (capitals << 1) | _capitalBefore;
        var beforeLetter = (letters >> 1) | (IsSmallLetter(text[position + BlockBytes]) << 63);
        (_wordBefore, _smallBefore, _capitalBefore) = (word >> 63, small >> 63, capitals >> 63);

        var starting = word & (~afterWord | (capitals & (afterSmall | (afterCapital & beforeLetter))));
        var ending = afterWord & (~word | starting);
        starts = Append(starting, position, starts);
        ends = Append(ending, position, ends);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int* Append(ulong bits, int position, int* list)
    {
        var next = list + BitOperations.PopCount(bits);
        while (bits != 0)
        {
            // Four at a time: what is written past the end is overwritten by the next block.
            for (var i = 0; i < 4; i++)
            {
                list[i] = position + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }

            list += 4;
        }

        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Classify(byte* block, out ulong capitals, out ulong letters, out ulong digits)
    {
        var low = Vector256.Load(block);
        var high = Vector256.Load(block + 32);
        capitals = InRange(low, high, (byte)'A', 26);
        digits = InRange(low, high, (byte)'0', 10);
        letters = InRange(low, high, (byte)'a', 26)
            | Join(low.ExtractMostSignificantBits(), high.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InRange(Vector256<byte> low, Vector256<byte> high, byte first, int count)
    {
        // Moved so that the range begins at the smallest signed byte, one comparison is enough.
        var shift = Vector256.Create((byte)(first + 128));
        var limit = Vector256.Create((sbyte)(sbyte.MinValue + count));
        return Join(
            Vector256.LessThan((low - shift).AsSByte(), limit).ExtractMostSignificantBits(),
            Vector256.LessThan((high - shift).AsSByte(), limit).ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(uint low, uint high) => low | ((ulong)high << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong IsSmallLetter(byte value) => value >= 128 || (uint)(value - 'a') < 26 ? 1UL : 0UL;
}
