namespace Neap.Content;

/// <summary>What a manifest says about a part of its workspace.</summary>
internal abstract record Member
{
    private Member()
    {
    }

    /// <summary>A folder.</summary>
    /// <param name="Folder">As the manifest names it: seen from its own folder, <c>.</c> and <c>..</c> allowed.</param>
    public sealed record In(string Folder) : Member;

    /// <summary>Something that cannot be understood without the build tool.</summary>
    /// <param name="What">What the manifest does, as it follows its path in a sentence.</param>
    public sealed record Unread(string What) : Member
    {
        private const int LongestQuote = 80;

        /// <summary>A part of a manifest, shortened where it is long.</summary>
        public static Unread Quoting(string what, string part) =>
            new($"{what} `{(part.Length > LongestQuote ? part[..LongestQuote] + "…" : part)}`");
    }
}
