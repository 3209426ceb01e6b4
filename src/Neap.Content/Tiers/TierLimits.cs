using Neap.Core;

namespace Neap.Content;

/// <summary>The largest sizes of the tiers, in bytes.</summary>
public sealed record TierLimits
{
    /// <summary>The largest limit that can be asked for: 1 GiB. A larger blob would not fit in one buffer.</summary>
    public const long MaxBytes = 1L << 30;

    /// <summary>10,240, 102,400 and 10,485,760 bytes.</summary>
    public static readonly TierLimits Default = new(10_240, 102_400, 10_485_760);

    /// <summary>Takes three limits that do not fall: 0 ≤ plain ≤ base64 ≤ reference ≤ <see cref="MaxBytes"/>.</summary>
    /// <exception cref="NeapException">They are out of order or out of bounds (<see cref="FailureKind.Usage"/>).</exception>
    public TierLimits(long plainBytes, long base64Bytes, long referenceBytes)
    {
        if (plainBytes < 0 || base64Bytes < plainBytes || referenceBytes < base64Bytes || referenceBytes > MaxBytes)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The size limits {plainBytes}, {base64Bytes} and {referenceBytes} bytes are out of order or out of bounds.",
                $"Nothing was changed. Give three sizes from 0 to {MaxBytes} bytes, none smaller than the one before.");
        }

        (PlainBytes, Base64Bytes, ReferenceBytes) = (plainBytes, base64Bytes, referenceBytes);
    }

    /// <summary>Up to this size, <see cref="Tier.Plain"/>. Default 10,240.</summary>
    public long PlainBytes { get; }

    /// <summary>Up to this size, <see cref="Tier.Base64"/>. Default 102,400.</summary>
    public long Base64Bytes { get; }

    /// <summary>Up to this size, <see cref="Tier.Reference"/>; above it a file is skipped. Default 10,485,760.</summary>
    public long ReferenceBytes { get; }
}
