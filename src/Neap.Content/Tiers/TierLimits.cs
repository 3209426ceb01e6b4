namespace Neap.Content;

/// <summary>The largest sizes of the tiers, in bytes.</summary>
public sealed record TierLimits
{
    /// <summary>10,240, 102,400 and 10,485,760 bytes.</summary>
    public static readonly TierLimits Default = new(10_240, 102_400, 10_485_760);

    private TierLimits(long plainBytes, long base64Bytes, long referenceBytes) =>
        (PlainBytes, Base64Bytes, ReferenceBytes) = (plainBytes, base64Bytes, referenceBytes);

    /// <summary>Up to this size, <see cref="Tier.Plain"/>. Default 10,240.</summary>
    public long PlainBytes { get; }

    /// <summary>Up to this size, <see cref="Tier.Base64"/>. Default 102,400.</summary>
    public long Base64Bytes { get; }

    /// <summary>Up to this size, <see cref="Tier.Reference"/>; above it a file is skipped. Default 10,485,760.</summary>
    public long ReferenceBytes { get; }
}
