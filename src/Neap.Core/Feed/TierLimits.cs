namespace Neap.Core;

/// <summary>Up to which size content travels in a feed, and how. A limit below the one before it leaves its tier empty.</summary>
/// <param name="PlainBytes">As text in the line, in bytes; default 10,240.</param>
/// <param name="Base64Bytes">As base64 in the line, in bytes; default 102,400.</param>
/// <param name="ReferenceBytes">
/// By reference, in bytes; default 10,485,760. A larger file is skipped as too large, whatever the other limits are.
/// </param>
public sealed record TierLimits(long PlainBytes, long Base64Bytes, long ReferenceBytes)
{
    /// <summary>The limits where nobody says anything.</summary>
    public static TierLimits Default { get; } = new(10_240, 102_400, 10_485_760);
}
