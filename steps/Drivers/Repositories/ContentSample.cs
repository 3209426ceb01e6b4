using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>What a CONTENT cell means: plain text as it stands, or a named sample in round brackets.</summary>
public static partial class ContentSample
{
    private static readonly Dictionary<string, byte[]> Fixed = new()
    {
        ["(nothing)"] = [],
        ["(invalid utf-8)"] = [.. "price "u8, 0x81, 0xFF, 0xFE, .. " list\n"u8],
        ["(broken utf-16)"] = [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x0A, 0x00],
        ["(PNG image)"] = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0],
        ["(JPEG image)"] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01],
        ["(zip archive)"] = [.. "PK"u8, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, .. "a.txt"u8, 0x00],
        ["(compiled program)"] = [0x7F, .. "ELF"u8, 0x02, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x3E, 0x00],
        ["(PDF document)"] = [.. "%PDF-1.7\n"u8, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A, 0x00, 0x00, .. "endobj\n"u8],
        ["(text with a zero byte)"] = [.. "hello\0world\n"u8],
        ["(LFS pointer)"] = Encoding.ASCII.GetBytes(
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('4', 64)}\nsize 12345\n"),
    };

    /// <summary>The bytes of a cell and the mode of the file that holds them.</summary>
    public static (byte[] Bytes, string Mode) Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (Link().Match(cell) is { Success: true } link)
        {
            return (PathText.Bytes(PathText.Read(link.Groups[1].Value)), TreeItem.Link);
        }

        return (Fixed.TryGetValue(cell, out var bytes) ? bytes : ReadPattern(cell), TreeItem.File);
    }

    private static byte[] ReadPattern(string cell)
    {
        if (Sized().Match(cell) is { Success: true } sized)
        {
            return TextOf(int.Parse(sized.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        }

        if (WindowsLines().Match(cell) is { Success: true } lines)
        {
            return Encoding.UTF8.GetBytes(Newlines(lines.Groups[1].Value).ReplaceLineEndings("\r\n"));
        }

        return Encoded().Match(cell) is { Success: true } encoded
            ? Encode(Newlines(encoded.Groups[1].Value), encoded.Groups[2].Value)
            : PathText.Bytes(cell);
    }

    private static string Newlines(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 with bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16le with bom" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be with bom" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };

    private static byte[] TextOf(int size)
    {
        var text = new StringBuilder(size + 40);
        for (var line = 1; text.Length < size; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"line {line:000000} of the sample\n");
        }

        text.Length = size;
        text[^1] = '\n';
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    [GeneratedRegex(@"^\(symbolic link to (.+)\)$")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\(([0-9,]+) bytes of text\)$")]
    private static partial Regex Sized();

    [GeneratedRegex(@"^\((.+) with windows line ends\)$", RegexOptions.Singleline)]
    private static partial Regex WindowsLines();

    [GeneratedRegex(@"^\((.+) as (utf-8|utf-8 with bom|utf-16le with bom|utf-16be with bom|windows-1252)\)$", RegexOptions.Singleline)]
    private static partial Regex Encoded();
}
