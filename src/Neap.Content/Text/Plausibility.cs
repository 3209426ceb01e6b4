using System.Buffers;

namespace Neap.Content;

/// <summary>Whether bytes that are not UTF-8 read as Windows-1252 text that somebody could have written.</summary>
/// <remarks>
/// Every byte string is some Windows-1252 text, so validity says nothing. Damaged UTF-8 and other encodings betray
/// themselves: their high bytes form whole UTF-8 sequences, words without a single ASCII letter, capitals in the middle
/// of words, or symbols where no sentence has them. One oddity in twenty high bytes is forgiven.
/// </remarks>
internal static class Plausibility
{
    private const int HighBytesPerOddity = 20;

    private static readonly SearchValues<byte> Undefined = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    // One-letter words, and the vowels that documentation lists: à é è ó ò ô ö å ä ø æ ü í á ú ê ß and capitals.
    private static readonly SearchValues<byte> StandAlone = SearchValues.Create(
        [0xE0, 0xE9, 0xE8, 0xF3, 0xF2, 0xF4, 0xF6, 0xE5, 0xE4, 0xF8, 0xE6, 0xFC, 0xED, 0xE1, 0xFA, 0xEA, 0xDF,
         0xC0, 0xC9, 0xC8, 0xD3, 0xD2, 0xD4, 0xD6, 0xC5, 0xC4, 0xD8, 0xC6, 0xDC, 0xC1]);

    /// <summary>Whether the bytes, known not to be UTF-8, may be taken as Windows-1252.</summary>
    public static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAny(Undefined) || !BinaryContent.HasNoControls(bytes) || HasUtf8Shape(bytes))
        {
            return false;
        }

        var (high, odd) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            var length = WordLength(bytes[at..]);
            var highHere = HighBytes(bytes.Slice(at, Math.Max(1, length)));
            var plausible = highHere == 0
                || (length == 0 ? Symbols.IsPlausible(bytes, at) : IsPlausibleWord(bytes.Slice(at, length)));
            high += highHere;
            odd += plausible ? 0 : highHere;
            at += Math.Max(1, length);
        }

        return odd * HighBytesPerOddity <= high;
    }

    // A whole sequence of UTF-8, or one that is only forbidden (overlong, surrogate, too high). French puts a no-break
    // space and a guillemet behind a letter, which looks like one and is none.
    private static bool HasUtf8Shape(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            var following = bytes[at] switch
            {
                >= 0xF0 and < 0xF8 => 3,
                >= 0xE0 and < 0xF0 => 2,
                >= 0xC0 and < 0xE0 => 1,
                _ => 0,
            };
            if (following > 0
                && at + following < bytes.Length
                && !bytes.Slice(at + 1, following).ContainsAnyExceptInRange((byte)0x80, (byte)0xBF)
                && bytes.Slice(at + 1, following) is not [0xA0, 0xBB])
            {
                return true;
            }
        }

        return false;
    }

    private static int WordLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Letters.Is(bytes[length]))
        {
            length++;
        }

        return length;
    }

    private static int HighBytes(ReadOnlySpan<byte> word)
    {
        var count = 0;
        foreach (var value in word)
        {
            count += value >= 0x80 ? 1 : 0;
        }

        return count;
    }

    private static bool IsPlausibleWord(ReadOnlySpan<byte> word)
    {
        if (!word.ContainsAnyExcept(StandAlone))
        {
            return true;
        }

        return HighBytes(word) * 3 <= word.Length * 2 && HasNoCapitalAfterSmall(word);
    }

    private static bool HasNoCapitalAfterSmall(ReadOnlySpan<byte> word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] >= 0x80 && Letters.IsCapital(word[at]) && !Letters.IsCapital(word[at - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
