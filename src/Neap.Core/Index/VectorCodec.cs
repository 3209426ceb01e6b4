using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Neap.Core;

/// <summary>Vectors as bytes: <see cref="VectorEncoding.Quantized"/> is a float scale and a signed byte a dimension.</summary>
public static class VectorCodec
{
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

        var largest = 0f;
        foreach (var number in vector)
        {
            largest = Math.Max(largest, Math.Abs(number));
        }

        BinaryPrimitives.WriteSingleLittleEndian(packed, largest / sbyte.MaxValue);
        var factor = largest == 0 ? 0 : sbyte.MaxValue / largest;
        var bytes = MemoryMarshal.Cast<byte, sbyte>(packed[sizeof(float)..]);
        for (var i = 0; i < vector.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] * factor);
        }
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
        var bytes = MemoryMarshal.Cast<byte, sbyte>(packed[sizeof(float)..]);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = bytes[i] * scale;
        }
    }
}
