using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Neap.Core;

/// <summary>A question's vector, prepared once for many packed vectors. Safe to share between threads.</summary>
public sealed class PreparedQuery
{
    private readonly VectorEncoding _encoding;
    private readonly float[] _exact;
    private readonly short[] _whole;
    private readonly float _scale;

    /// <summary>Prepares <paramref name="vector"/> for vectors kept in <paramref name="encoding"/>.</summary>
    public PreparedQuery(VectorEncoding encoding, ReadOnlySpan<float> vector)
    {
        _encoding = encoding;
        Dimensions = vector.Length;
        _exact = encoding == VectorEncoding.Exact ? vector.ToArray() : [];
        _whole = encoding == VectorEncoding.Exact ? [] : new short[vector.Length];
        if (encoding == VectorEncoding.Exact || vector.IsEmpty)
        {
            return;
        }

        // As fine as a sum of all products still fits into 32 bits.
        var limit = Math.Min(short.MaxValue, int.MaxValue / (128 * vector.Length));
        var largest = VectorCodec.Largest(vector);
        _scale = largest / limit;
        for (var i = 0; i < vector.Length; i++)
        {
            _whole[i] = largest == 0 ? (short)0 : (short)MathF.Round(vector[i] / largest * limit);
        }
    }

    /// <summary>Length of the vectors it can be compared with.</summary>
    public int Dimensions { get; }

    /// <summary>
    /// The dot product with one packed vector, which for normalised vectors is the cosine: off by less than 0.01 where the
    /// vector is quantised.
    /// </summary>
    /// <exception cref="ArgumentException">The packed vector has another length.</exception>
    public float Dot(ReadOnlySpan<byte> packed)
    {
        if (packed.Length != VectorCodec.SizeBytes(_encoding, Dimensions))
        {
            throw new ArgumentException(
                $"A packed vector of {packed.Length} bytes cannot be compared with {Dimensions} dimensions.",
                nameof(packed));
        }

        if (_encoding == VectorEncoding.Exact)
        {
            return ExactDot(_exact, MemoryMarshal.Cast<byte, float>(packed));
        }

        var bytes = MemoryMarshal.Cast<byte, sbyte>(packed[sizeof(float)..]);
        return WholeDot(_whole, bytes) * (_scale * BinaryPrimitives.ReadSingleLittleEndian(packed));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WholeDot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> bytes)
    {
        ref var left = ref MemoryMarshal.GetReference(query);
        ref var right = ref MemoryMarshal.GetReference(bytes);
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        nuint i = 0;
        for (; i + 32 <= (nuint)query.Length; i += 32)
        {
            even += Products(Vector256.LoadUnsafe(ref left, i), Vector128.LoadUnsafe(ref right, i));
            odd += Products(Vector256.LoadUnsafe(ref left, i + 16), Vector128.LoadUnsafe(ref right, i + 16));
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < (nuint)query.Length; i++)
        {
            sum += query[(int)i] * bytes[(int)i];
        }

        return sum;
    }

    /// <summary>Sixteen products as eight numbers; which of them share a number does not change the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<short> query, Vector128<sbyte> bytes)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(query, Avx2.ConvertToVector256Int16(bytes));
        }

        var (low, high) = Vector128.Widen(bytes);
        var (first, second) = Vector256.Widen(query);
        var (third, fourth) = Vector256.Widen(Vector256.Create(low, high));
        return (first * third) + (second * fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ExactDot(ReadOnlySpan<float> query, ReadOnlySpan<float> vector)
    {
        ref var left = ref MemoryMarshal.GetReference(query);
        ref var right = ref MemoryMarshal.GetReference(vector);
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        nuint i = 0;
        for (; i + 16 <= (nuint)query.Length; i += 16)
        {
            even += Vector256.LoadUnsafe(ref left, i) * Vector256.LoadUnsafe(ref right, i);
            odd += Vector256.LoadUnsafe(ref left, i + 8) * Vector256.LoadUnsafe(ref right, i + 8);
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < (nuint)query.Length; i++)
        {
            sum += query[(int)i] * vector[(int)i];
        }

        return sum;
    }
}
