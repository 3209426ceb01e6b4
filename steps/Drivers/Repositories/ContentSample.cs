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
        ["(1 byte of text)"] = [.. "x"u8],
        ["(invalid utf-8)"] = [.. "price "u8, 0x81, 0xFF, 0xFE, .. " list\n"u8],
        ["(broken utf-16)"] = [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x0A, 0x00],
        ["(PNG image)"] = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0],
        ["(JPEG image)"] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01],
        ["(zip archive)"] = [.. "PK"u8, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, .. "a.txt"u8, 0x00],
        ["(compiled program)"] = [0x7F, .. "ELF"u8, 0x02, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x3E, 0x00],
        ["(PDF document)"] = [.. "%PDF-1.7\n"u8, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A, 0x00, 0x00, .. "endobj\n"u8],
        ["(PDF of letters alone)"] = [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"u8],
        ["(text with a zero byte)"] = [.. "hello\0world\n"u8],
        ["(LFS pointer)"] = Encoding.ASCII.GetBytes(
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('4', 64)}\nsize 12345\n"),
    };

    /// <summary>Secrets that open nothing; put together here so that no scanner takes this file for one.</summary>
    private static readonly Dictionary<string, Func<string>> Secrets = new()
    {
        ["(private key)"] = () => SecretSample.Key("PRIVATE KEY"),
        ["(encrypted private key)"] = () => SecretSample.Key("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"),
        ["(private key in JSON)"] = () => SecretSample.Key("PRIVATE KEY").Replace("\n", "\\n", StringComparison.Ordinal),
        ["(public key)"] = () => SecretSample.Key("PUBLIC KEY"),
        ["(code host token)"] = () => $"token: {SecretSample.Token("ghp_", 36)}\n",
        ["(cloud access key)"] = () => $"aws_access_key_id = {"AK" + "IA"}Q3EGUTB7WZL5NXCD\n",
        ["(code with a token)"] = () => $"var client = new Client(\"{SecretSample.Token("glpat-", 20)}\");\n",
    };

    private static readonly (Func<Regex> Pattern, Func<Match, byte[]> Make)[] Patterns =
    [
        (Sized, match => TextOf(Size(match))),
        (OneLineSized, OneLine),
        (SizedAndMore, TextAndMore),
        (ManyParts, match => Encoding.UTF8.GetBytes(LongSample.Of(Size(match), match.Groups[2].Value))),
        (WindowsLines, match => Encoding.UTF8.GetBytes(Newlines(match.Groups[1].Value).ReplaceLineEndings("\r\n"))),
        (Encoded, match => Encode(Newlines(match.Groups[1].Value), match.Groups[2].Value)),
        (Base64, match => Encoding.ASCII.GetBytes(Convert.ToBase64String(Read($"({match.Groups[1].Value})").Bytes))),
    ];

    /// <summary>The bytes of a cell and the mode of the file that holds them.</summary>
    public static (byte[] Bytes, string Mode) Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (Link().Match(cell) is { Success: true } link)
        {
            return (PathText.Bytes(PathText.Read(link.Groups[1].Value)), TreeItem.Link);
        }

        if (cell == "(another commit id)")
        {
            return ([], TreeItem.Submodule);
        }

        return (Fixed.TryGetValue(cell, out var bytes) ? bytes
            : Secrets.TryGetValue(cell, out var secret) ? Encoding.ASCII.GetBytes(secret()) : ReadPattern(cell), TreeItem.File);
    }

    private static byte[] ReadPattern(string cell)
    {
        foreach (var (pattern, make) in Patterns)
        {
            if (pattern().Match(cell) is { Success: true } match)
            {
                return make(match);
            }
        }

        return PathText.Bytes(cell);
    }

    private static int Size(Match match) =>
        int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static byte[] TextAndMore(Match match) =>
        [.. TextOf(Size(match)), .. Encoding.UTF8.GetBytes(match.Groups[2].Value), (byte)'\n'];

    private static byte[] OneLine(Match match) => match.Groups[2].Value.Length > 0
        ? [.. Enumerable.Repeat("ü"u8.ToArray(), Size(match) / 2).SelectMany(bytes => bytes)]
        : [.. Enumerable.Range(0, Size(match)).Select(at => at % 10 == 9 ? (byte)' ' : (byte)('0' + (at - (at / 10)) % 10))];

    private static string Newlines(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 with bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16le with bom" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-32 with bom" => [0xFF, 0xFE, 0x00, 0x00, .. Encoding.UTF32.GetBytes(text)],
        "utf-16be with bom" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
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

    [GeneratedRegex(@"^\(([0-9,]+) bytes of text in one line( of ü)?\)$")]
    private static partial Regex OneLineSized();

    [GeneratedRegex(@"^\(([0-9,]+) bytes of text, then ""(.*)""\)$")]
    private static partial Regex SizedAndMore();

    [GeneratedRegex(@"^\(([0-9,]+) (functions|methods of a class|paragraphs|style rules|calls|lines of a list|lists)\)$")]
    private static partial Regex ManyParts();

    [GeneratedRegex(@"^\((.+) in base64\)$")]
    private static partial Regex Base64();

    [GeneratedRegex(@"^\((.+) with windows line ends\)$", RegexOptions.Singleline)]
    private static partial Regex WindowsLines();

    [GeneratedRegex(@"^\((.+) as (utf-8|utf-8 with bom|utf-16le with bom|utf-16be with bom|utf-32 with bom|windows-1252|koi8-r)\)$", RegexOptions.Singleline)]
    private static partial Regex Encoded();
}
