using System.Buffers;

namespace Neap.Content;

/// <summary>Whether a symbol of Windows-1252 stands where a writer would put it.</summary>
internal static class Symbols
{
    private const byte Nothing = 0;

    // ƒ ˆ ˜ ¤ ¦ ¨ ¬ ¯ ¶ ¸: hardly ever written, and frequent in text that was read with the wrong encoding.
    private static readonly SearchValues<byte> Rare = SearchValues.Create(
        [0x83, 0x88, 0x98, 0xA4, 0xA6, 0xA8, 0xAC, 0xAF, 0xB6, 0xB8]);

    // Ellipsis, apostrophes, dashes, no-break space, soft hyphen, acute accent, middle dot.
    private static readonly SearchValues<byte> InsideWords = SearchValues.Create(
        [0x85, 0x91, 0x92, 0x96, 0x97, 0xA0, 0xAD, 0xB4, 0xB7]);

    /// <summary>Whether the high byte at <paramref name="at"/>, which is no letter, fits between its neighbours.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> text, int at)
    {
        var symbol = text[at];
        var before = at == 0 ? Nothing : text[at - 1];
        var after = at + 1 == text.Length ? Nothing : text[at + 1];
        if (Rare.Contains(symbol) || (Letters.Is(before) && Letters.Is(after) && !InsideWords.Contains(symbol)))
        {
            return false;
        }

        return symbol switch
        {
            0x82 or 0x84 => IsWordByte(after),
            0x80 => IsAmountByte(before) || IsAmountByte(after),
            >= 0x91 and <= 0x94 => IsInk(before) || IsInk(after),
            0xB4 => IsWordByte(before),
            _ => IsCommon(before) || IsCommon(after),
        };
    }

    private static bool IsWordByte(byte value) => Letters.Is(value) || char.IsAsciiDigit((char)value);

    private static bool IsAmountByte(byte value) => value == ' ' || char.IsAsciiDigit((char)value);

    private static bool IsCommon(byte value) => value is > Nothing and < 0x80 || Letters.Is(value);

    private static bool IsInk(byte value) => value > ' ';
}
