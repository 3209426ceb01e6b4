using System.Buffers;

namespace Neap.Content;

/// <summary>Whether a symbol of Windows-1252 stands where a writer would put it.</summary>
internal static class Symbols
{
    // ƒ ˆ ˜ ¤ ¦ ¨ ¬ ¯ ¶ ¸: hardly ever written, and frequent in text that was read with the wrong encoding.
    private static readonly SearchValues<byte> Rare = SearchValues.Create(
        [0x83, 0x88, 0x98, 0xA4, 0xA6, 0xA8, 0xAC, 0xAF, 0xB6, 0xB8]);

    /// <summary>Whether the high byte at <paramref name="at"/>, which is no letter, fits between its neighbours.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> text, int at)
    {
        var before = at == 0 ? (byte)'\n' : text[at - 1];
        var after = at + 1 == text.Length ? (byte)'\n' : text[at + 1];
        return text[at] switch
        {
            _ when Rare.Contains(text[at]) => false,
            0x82 or 0x84 => IsWordByte(after),
            0x80 => IsAmountByte(before) || IsAmountByte(after),
            >= 0x91 and <= 0x94 => !(IsSpace(before) && IsSpace(after)),
            0xB4 => IsWordByte(before),
            _ => before < 0x80 || after < 0x80 || Letters.Is(before) || Letters.Is(after),
        };
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    private static bool IsWordByte(byte value) => Letters.Is(value) || char.IsAsciiDigit((char)value);

    private static bool IsAmountByte(byte value) => IsSpace(value) || char.IsAsciiDigit((char)value);
}
