using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>From sums to a vector of length one.</summary>
internal static class HashFinish
{
    /// <summary>
    /// The first half of <paramref name="sums"/> is counted for, the second against a dimension. Each difference
    /// becomes its signed square root; the squares of those add up exactly to the sum of the absolute
    /// differences.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<int> sums, Span<float> vector)
    {
        var forth = sums[..vector.Length];
        var back = sums[vector.Length..];
        var total = Total(forth, back);
        var scale = total == 0 ? 0f : (float)(1 / Math.Sqrt(total));
        var i = 0;
        for (; i <= vector.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var number = Vector256.ConvertToSingle(Load(forth, i) - Load(back, i));
            var root = Vector256.Sqrt(Vector256.Abs(number)) * Vector256.Create(scale);
            var sign = number & Vector256.Create(-0f);
            (root | sign).StoreUnsafe(ref MemoryMarshal.GetReference(vector), (nuint)i);
        }

        for (; i < vector.Length; i++)
        {
            float number = forth[i] - back[i];
            vector[i] = MathF.CopySign(MathF.Sqrt(MathF.Abs(number)) * scale, number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Total(ReadOnlySpan<int> forth, ReadOnlySpan<int> back)
    {
        var sum = Vector256<long>.Zero;
        var i = 0;
        for (; i <= forth.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Abs(Load(forth, i) - Load(back, i)));
            sum += low + high;
        }

        var total = Vector256.Sum(sum);
        for (; i < forth.Length; i++)
        {
            total += Math.Abs(forth[i] - back[i]);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(ReadOnlySpan<int> numbers, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(numbers), (nuint)at);
}
