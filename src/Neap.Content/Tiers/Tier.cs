using Neap.Core;

namespace Neap.Content;

/// <summary>How a file's content travels in a feed, by its size.</summary>
public enum Tier
{
    /// <summary>In the line, as text.</summary>
    Plain,

    /// <summary>In the line, as base64.</summary>
    Base64,

    /// <summary>Outside the line; the line says where.</summary>
    Reference,

    /// <summary>Not at all.</summary>
    TooLarge,
}

/// <summary>Chooses a tier.</summary>
public static class Tiers
{
    extension(Tier)
    {
        /// <summary>The tier of a file; a size equal to a limit is still inside it.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
        public static Tier Of(long sizeBytes, TierLimits limits)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sizeBytes);
            ArgumentNullException.ThrowIfNull(limits);
            return sizeBytes switch
            {
                _ when sizeBytes > limits.ReferenceBytes => Tier.TooLarge,
                _ when sizeBytes <= limits.PlainBytes => Tier.Plain,
                _ when sizeBytes <= limits.Base64Bytes => Tier.Base64,
                _ => Tier.Reference,
            };
        }
    }
}
