using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Neap.Core;

namespace Neap.Vectors.Servers;

/// <summary>One entry as a vector server keeps it.</summary>
/// <param name="Id">The same for the same content at the same place, so that writing it twice writes it once.</param>
/// <param name="Slot">The slot's digest; see <see cref="SlotOf"/>.</param>
/// <param name="Entry">The entry; its vector where that was asked for.</param>
internal sealed record Point(Guid Id, string Slot, EntryRecord Entry)
{
    /// <summary>The generation of a point that nothing has retired.</summary>
    public const long Never = 9_007_199_254_740_991;

    /// <summary>The first generation that shows it.</summary>
    public required long Born { get; init; }

    /// <summary>The first generation that no longer shows it.</summary>
    public long Retired { get; init; } = Never;

    /// <summary>True where readers of a generation see it.</summary>
    public bool IsVisibleAt(long generation) => Born <= generation && Retired > generation;

    /// <summary>True where both are the same entry, vector included.</summary>
    public bool IsSameAs(Point other) =>
        Id == other.Id && Retired == other.Retired && Entry.Range == other.Entry.Range
        && Entry.TextSha256.Span.SequenceEqual(other.Entry.TextSha256.Span)
        && Entry.Vector.Span.SequenceEqual(other.Entry.Vector.Span);

    /// <summary>The point of an entry that a generation brings.</summary>
    public static Point Of(EntryRecord entry, long generation) =>
        new(IdOf(entry), SlotOf(entry.Slot), entry) { Born = generation };

    /// <summary>A slot in 32 hexadecimal digits: names of repositories and refs may hold anything.</summary>
    public static string SlotOf(Slot slot) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{slot.Collection}\0{slot.Repository}\0{slot.Ref}")).AsSpan(0, 16));

    /// <summary>A UUID version 5 over the entry's id, its ref and its content: other content at a path is another point.</summary>
    private static Guid IdOf(EntryRecord entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        Span<byte> scratch = stackalloc byte[20];
        EntryId.Of(entry.Slot.Collection, entry.Slot.Repository, entry.Path, entry.Chunk).TryWriteBytes(scratch, true, out _);
        hash.AppendData(scratch[..16]);
        hash.AppendData(Encoding.UTF8.GetBytes(entry.Slot.Ref));
        hash.AppendData(entry.Blob.Value.Bytes);
        BinaryPrimitives.WriteInt64BigEndian(scratch, entry.Range.OffsetBytes);
        hash.AppendData(scratch[..8]);
        hash.GetHashAndReset(scratch);
        scratch[6] = (byte)((scratch[6] & 0x0F) | 0x50);
        scratch[8] = (byte)((scratch[8] & 0x3F) | 0x80);
        return new Guid(scratch[..16], bigEndian: true);
    }
}
