using System.Text.Unicode;

namespace Neap.Changes;

/// <summary>How a line carries content, decided by size and bytes alone.</summary>
internal static class FeedContent
{
    // As far as git itself looks for a NUL when it decides that a file is binary.
    private const int LookedAtBytes = 8_000;

    /// <summary>Decides for one blob.</summary>
    public static FeedCarrier Of(RawBlob blob, TierLimits tiers) => blob switch
    {
        { State: RawBlobState.Missing or RawBlobState.Damaged } => FeedCarrier.Missing,
        { State: RawBlobState.TooLarge } => FeedCarrier.TooLarge,
        _ when IsBinary(blob.Bytes.Span) => FeedCarrier.Binary,
        _ when blob.SizeBytes <= tiers.PlainBytes && Utf8.IsValid(blob.Bytes.Span) => FeedCarrier.Plain,
        _ when blob.SizeBytes <= Math.Max(tiers.PlainBytes, tiers.Base64Bytes) => FeedCarrier.Base64,
        _ => FeedCarrier.Reference,
    };

    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        && bytes[..Math.Min(bytes.Length, LookedAtBytes)].Contains((byte)0);
}

/// <summary>How a line carries content.</summary>
internal enum FeedCarrier
{
    /// <summary>As text.</summary>
    Plain,

    /// <summary>As base64.</summary>
    Base64,

    /// <summary>By reference to the path.</summary>
    Reference,

    /// <summary>Not at all: not text.</summary>
    Binary,

    /// <summary>Not at all: above every tier.</summary>
    TooLarge,

    /// <summary>Not at all: the clone does not hold it, or not whole.</summary>
    Missing,
}
