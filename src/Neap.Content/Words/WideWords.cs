using System.Globalization;
using System.Text;

namespace Neap.Content;

/// <summary>Words with characters outside ASCII: small letters by Unicode, pairs where a script writes no spaces.</summary>
internal sealed class WideWords(TermSet terms, IdentifierSplitter splitter)
{
    // A small letter can take more bytes than its capital (U+023A: two become three).
    private const int MostGrowth = 2;

    /// <summary>Adds a stretch of bytes without ASCII separators.</summary>
    public void Add(ReadOnlySpan<byte> stretch)
    {
        while (!stretch.IsEmpty)
        {
            Rune.DecodeFromUtf8(stretch, out var rune, out var used);
            stretch = IsUnspaced(rune) ? AddPairs(stretch)
                : IsPartOfWord(rune) ? AddWord(stretch)
                : stretch[used..];
        }
    }

    private ReadOnlySpan<byte> AddWord(ReadOnlySpan<byte> rest)
    {
        Span<byte> bytes = stackalloc byte[4];
        splitter.Begin(rest.Length * MostGrowth);
        while (Rune.DecodeFromUtf8(rest, out var rune, out var used) == System.Buffers.OperationStatus.Done
            && IsPartOfWord(rune)
            && !IsUnspaced(rune))
        {
            var kind = ClassOf(rune);
            foreach (var value in bytes[..Rune.ToLowerInvariant(rune).EncodeToUtf8(bytes)])
            {
                splitter.Push(value, kind);
            }

            rest = rest[used..];
        }

        splitter.End();
        return rest;
    }

    private ReadOnlySpan<byte> AddPairs(ReadOnlySpan<byte> rest)
    {
        Rune.DecodeFromUtf8(rest, out _, out var first);
        var pairs = 0;
        while (first < rest.Length
            && Rune.DecodeFromUtf8(rest[first..], out var next, out var second) == System.Buffers.OperationStatus.Done
            && IsUnspaced(next))
        {
            terms.Add(rest[..(first + second)]);
            pairs++;
            rest = rest[first..];
            first = second;
        }

        if (pairs == 0)
        {
            terms.Add(rest[..first]);
        }

        return rest[first..];
    }

    private static ByteClass ClassOf(Rune rune) => rune switch
    {
        { Value: '_' } => ByteClass.Joint,
        _ when Rune.IsUpper(rune) => ByteClass.Capital,
        _ when Rune.IsDigit(rune) => ByteClass.Digit,
        _ => ByteClass.Small,
    };

    private static bool IsPartOfWord(Rune rune) =>
        rune.Value == '_'
        || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Thai to Lao, Burmese, Khmer, kana, Han, Hangul.
    private static bool IsUnspaced(Rune rune) => rune.Value >= 0x0E00 && IsPartOfWord(rune) && rune.Value is
        <= 0x0EFF or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
