namespace Neap.Content;

/// <summary>The letters of Windows-1252.</summary>
internal static class Letters
{
    /// <summary>Whether a byte is a letter.</summary>
    public static bool Is(byte value) =>
        char.IsAsciiLetter((char)value) || (value >= 0x80 && char.IsLetter(Windows1252.Char(value)) && !IsOrdinal(value));

    /// <summary>Whether a byte is a capital letter.</summary>
    public static bool IsCapital(byte value) => char.IsUpper(Windows1252.Char(value));

    // ª º µ ƒ ˆ are letters to Unicode and symbols to a writer.
    private static bool IsOrdinal(byte value) => value is 0xAA or 0xBA or 0xB5 or 0x83 or 0x88;
}
