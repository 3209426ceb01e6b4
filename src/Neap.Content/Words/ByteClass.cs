namespace Neap.Content;

/// <summary>What a byte is to the word splitter; flags, so that a run of bytes can be summed up.</summary>
[Flags]
internal enum ByteClass : byte
{
    /// <summary>Between words.</summary>
    Separator = 0,

    /// <summary>A small letter, or a letter without case.</summary>
    Small = 1,

    /// <summary>A digit.</summary>
    Digit = 2,

    /// <summary>A capital letter.</summary>
    Capital = 4,

    /// <summary>An underscore, which joins the parts of an identifier.</summary>
    Joint = 8,

    /// <summary>Part of a character outside ASCII; has to be looked at as a character.</summary>
    Wide = 16,
}

/// <summary>The class of each byte.</summary>
internal static class ByteClasses
{
    /// <summary>256 answers.</summary>
    public static readonly ByteClass[] Table = [.. Enumerable.Range(0, 256).Select(Of)];

    private static ByteClass Of(int value) => (char)value switch
    {
        >= 'a' and <= 'z' => ByteClass.Small,
        >= 'A' and <= 'Z' => ByteClass.Capital,
        >= '0' and <= '9' => ByteClass.Digit,
        '_' => ByteClass.Joint,
        >= '\u0080' => ByteClass.Wide,
        _ => ByteClass.Separator,
    };
}
