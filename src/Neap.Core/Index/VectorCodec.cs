using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neap.Core;

/// <summary>Vectors as bytes: <see cref="VectorEncoding.Quantized"/> is a float scale, then signed bytes.</summary>
/// <remarks>Sums are added up in the same order on every machine, so that ties break the same way.</remarks>
public static class VectorCodec
{
    private const int Lanes = 8;

    /// <summary>Bytes of one packed vector.</summary>
    public static int SizeBytes(VectorEncoding encoding, int dimensions) => encoding switch
    {
        VectorEncoding.Quantized => sizeof(float) + dimensions,
        _ => sizeof(float) * dimensions,
    };

    /// <summary>Packs one vector; <paramref name="packed"/> has <see cref="SizeBytes"/> bytes.</summary>
    public static void Pack(VectorEncoding encoding, ReadOnlySpan<float> vector, Span<byte> packed)
    {
        if (encoding == VectorEncoding.Exact)
        {
            MemoryMarshal.AsBytes(vector).CopyTo(packed);
            return;
        }

        var largest = Largest(vector);
        BinaryPrimitives.WriteSingleLittleEndian(packed, largest / sbyte.MaxValue);
        var bytes = MemoryMarshal.Cast<byte, sbyte>(packed.Slice(sizeof(float), vector.Length));
        Quantize(vector, largest == 0 ? 0 : sbyte.MaxValue / largest, bytes);
    }

    /// <summary>Unpacks what <see cref="Pack"/> wrote.</summary>
    public static void Unpack(VectorEncoding encoding, ReadOnlySpan<byte> packed, Span<float> vector)
    {
        if (encoding == VectorEncoding.Exact)
        {
            MemoryMarshal.Cast<byte, float>(packed).CopyTo(vector);
            return;
        }

        var scale = BinaryPrimitives.ReadSingleLittleEndian(packed);
        Widen(MemoryMarshal.Cast<byte, sbyte>(packed.Slice(sizeof(float), vector.Length)), scale, vector);
    }

    /// <summary>The largest absolute value; 0 for an empty vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Largest(ReadOnlySpan<float> vector)
    {
        var most = Vector256<float>.Zero;
        var i = 0;
        for (; i <= vector.Length - Lanes; i += Lanes)
        {
            most = Vector256.Max(most, Vector256.Abs(Vector256.Create(vector[i..])));
        }

        var largest = 0f;
        for (var lane = 0; lane < Lanes; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        for (; i < vector.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(vector[i]));
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quantize(ReadOnlySpan<float> vector, float factor, Span<sbyte> bytes)
    {
        var i = 0;
        for (; i <= vector.Length - (4 * Lanes); i += 4 * Lanes)
        {
            var first = Vector256.Narrow(Rounded(vector, i, factor), Rounded(vector, i + Lanes, factor));
            var second = Vector256.Narrow(
                Rounded(vector, i + (2 * Lanes), factor), Rounded(vector, i + (3 * Lanes), factor));
            Vector256.Narrow(first, second).CopyTo(bytes[i..]);
        }

        for (; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] * factor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Rounded(ReadOnlySpan<float> vector, int at, float factor) =>
        Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(vector[at..]) * factor));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<sbyte> bytes, float scale, Span<float> vector)
    {
        var i = 0;
        for (; i <= bytes.Length - (2 * Lanes); i += 2 * Lanes)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(bytes[i..]));
            (Float(low) * scale).CopyTo(vector[i..]);
            (Float(high) * scale).CopyTo(vector[(i + Lanes)..]);
        }

        for (; i < bytes.Length; i++)
        {
            vector[i] = bytes[i] * scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Float(Vector128<short> numbers)
    {
        var (low, high) = Vector128.Widen(numbers);
        return Vector256.ConvertToSingle(Vector256.Create(low, high));
    }
}
