using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Neap.Core;

/// <summary>The name git gives an object: 20 bytes in a SHA-1 repository, 32 bytes in a SHA-256 repository.</summary>
public readonly struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    /// <summary>Length in bytes of the longest id (SHA-256).</summary>
    public const int MaxBytes = 32;

    private readonly Storage _bytes;
    private readonly byte _length;

    private ObjectId(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes);
        _length = (byte)bytes.Length;
    }

    /// <summary>No object.</summary>
    public static ObjectId None => default;

    /// <summary>The raw bytes: 20, 32, or none for the default value.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ReadOnlySpan<byte> Bytes => ((ReadOnlySpan<byte>)_bytes)[.._length];

    /// <summary>True for the id of all zeros, which git prints where there is no object, and for the default value.</summary>
    public bool IsNull => !Bytes.ContainsAnyExcept((byte)0);

    /// <summary>Takes 20 or 32 raw bytes.</summary>
    /// <exception cref="ArgumentException">The length is neither.</exception>
    public static ObjectId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length is 20 or 32
        ? new ObjectId(bytes)
        : throw new ArgumentException($"An object id has 20 or 32 bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads 40 or 64 hexadecimal digits in ASCII; anything else is refused.</summary>
    public static bool TryParse(ReadOnlySpan<byte> hex, out ObjectId id)
    {
        id = default;
        Span<byte> raw = stackalloc byte[MaxBytes];
        if (hex.Length is not (40 or 64)
            || Convert.FromHexString(hex, raw, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        id = new ObjectId(raw[..written]);
        return true;
    }

    /// <summary>Reads 40 or 64 hexadecimal digits; anything else is refused.</summary>
    public static bool TryParse(string? hex, out ObjectId id)
    {
        id = default;
        return hex is { Length: 40 or 64 } && TryParse(System.Text.Encoding.ASCII.GetBytes(hex), out id);
    }

    /// <summary>Writes the lower-case hexadecimal digits in ASCII and returns how many (40 or 64).</summary>
    public int WriteHex(Span<byte> destination)
    {
        Convert.TryToHexStringLower(Bytes, destination, out var written);
        return written;
    }

    /// <inheritdoc/>
    public bool Equals(ObjectId other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ObjectId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _length == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(Bytes);

    /// <inheritdoc/>
    public int CompareTo(ObjectId other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <inheritdoc/>
    public override string ToString() => Convert.ToHexStringLower(Bytes);

    /// <summary>Equal bytes.</summary>
    public static bool operator ==(ObjectId left, ObjectId right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(ObjectId left, ObjectId right) => !left.Equals(right);

    /// <summary>Byte order.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    /// <summary>Byte order.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    /// <summary>Byte order.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Byte order.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;

    [InlineArray(MaxBytes)]
    private struct Storage
    {
        private byte _first;
    }
}
