using System.Buffers;

namespace Neap.Content;

/// <summary>Recognises private keys and access tokens by their bytes, and only where there is hardly a doubt.</summary>
/// <remarks>
/// A key needs its header and the coded lines behind it; a token needs its mark, exactly the characters and the length that
/// its issuer documents, and enough different characters to be no placeholder. A text that talks about keys is none.
/// </remarks>
public static class SecretContent
{
    /// <summary>Name and version of these rules; part of the key of content, so that another one reads it again.</summary>
    public const string Version = "secrets-1";

    private const int BodyBytes = 40;
    private const int FewestDifferent = 10;

    private static readonly SearchValues<byte> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private static readonly SearchValues<byte> Word =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    private static readonly SearchValues<byte> WordOrDash =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    private static readonly SearchValues<byte> UpperOrDigit = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"u8);

    private static readonly byte[] KeyHeader = [.. "PRIVATE KEY"u8];

    private static readonly TokenShape[] Shapes =
    [
        new([.. "AIza"u8], WordOrDash, 35, 35), new([.. "AKIA"u8], UpperOrDigit, 16, 16),
        new([.. "ASIA"u8], UpperOrDigit, 16, 16), new([.. "npm_"u8], Word, 36, 36),
        new([.. "pypi-AgEIcHlwaS5vcmc"u8], WordOrDash, 50, 500), new([.. "ghp_"u8], Word, 36, 36),
        new([.. "gho_"u8], Word, 36, 36), new([.. "ghu_"u8], Word, 36, 36), new([.. "ghs_"u8], Word, 36, 36),
        new([.. "ghr_"u8], Word, 36, 36), new([.. "github_pat_"u8], WordOrDash, 82, 82),
        new([.. "glpat-"u8], WordOrDash, 20, 27), new([.. "xoxb-"u8], WordOrDash, 40, 80),
        new([.. "xoxp-"u8], WordOrDash, 40, 80), new([.. "sk_live_"u8], Word, 24, 120),
        new([.. "rk_live_"u8], Word, 24, 120), new([.. "sk-ant-"u8], WordOrDash, 80, 160),
    ];

    private static readonly MarkSearch Marks = new([.. Shapes.Select(shape => shape.Mark), KeyHeader]);

    /// <summary>Whether a text in UTF-8 holds a secret.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("PuTTY-User-Key-File-"u8))
        {
            return true;
        }

        for (var at = 0; (at = Marks.Next(utf8, at, out var mark)) >= 0; at++)
        {
            if (mark == Shapes.Length ? IsKey(utf8, at) : Shapes[mark].IsAt(utf8, at, FewestDifferent))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKey(ReadOnlySpan<byte> text, int at) =>
        IsHeader(text[..at]) && HasBody(text[(at + KeyHeader.Length)..]);

    // "-----BEGIN RSA PRIVATE KEY-----": a few words between the mark and the name at most.
    private static bool IsHeader(ReadOnlySpan<byte> before)
    {
        const int LongestName = 32;
        return before[Math.Max(0, before.Length - LongestName)..].LastIndexOf("-----BEGIN "u8) >= 0;
    }

    /// <summary>The coded lines follow at once, or behind header lines such as <c>Proc-Type:</c>; JSON writes line ends as \n.</summary>
    private static bool HasBody(ReadOnlySpan<byte> after)
    {
        const int LongestHeaders = 400;
        after = after[..Math.Min(after.Length, LongestHeaders)];
        for (var lines = 0; lines < 6 && NextLine(ref after); lines++)
        {
            var end = after.IndexOfAnyExcept(Base64);
            if ((end < 0 ? after.Length : end) >= BodyBytes)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NextLine(ref ReadOnlySpan<byte> text)
    {
        var plain = text.IndexOf((byte)'\n');
        var escaped = text.IndexOf("\\n"u8);
        var isPlain = plain >= 0 && (escaped < 0 || plain < escaped);
        if (!isPlain && escaped < 0)
        {
            return false;
        }

        text = isPlain ? text[(plain + 1)..] : text[(escaped + 2)..];
        return true;
    }

    /// <summary>What a token looks like.</summary>
    /// <param name="Mark">What it begins with.</param>
    /// <param name="Characters">What follows.</param>
    /// <param name="Least">How many of them at least.</param>
    /// <param name="Most">How many at most.</param>
    private sealed record TokenShape(byte[] Mark, SearchValues<byte> Characters, int Least, int Most)
    {
        public bool IsAt(ReadOnlySpan<byte> text, int at, int fewestDifferent) =>
            (at == 0 || !WordOrDash.Contains(text[at - 1])) && IsToken(text[(at + Mark.Length)..], fewestDifferent);

        private bool IsToken(ReadOnlySpan<byte> rest, int fewestDifferent)
        {
            var end = rest[..Math.Min(rest.Length, Most + 1)].IndexOfAnyExcept(WordOrDash);
            var token = rest[..(end < 0 ? Math.Min(rest.Length, Most + 1) : end)];
            return token.Length >= Least
                && token.Length <= Most
                && !token.ContainsAnyExcept(Characters)
                && !token.EndsWith("EXAMPLE"u8)
                && Different(token) >= fewestDifferent;
        }

        private static int Different(ReadOnlySpan<byte> token)
        {
            var seen = UInt128.Zero;
            foreach (var letter in token)
            {
                seen |= UInt128.One << letter;
            }

            return (int)UInt128.PopCount(seen);
        }
    }
}
