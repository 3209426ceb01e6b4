using System.Text;

namespace Drivers;

/// <summary>The oracle's own reading of a blob as text; it shares no line with the product's.</summary>
/// <param name="Encoding">The name that the export must give.</param>
/// <param name="MarkBytes">Length of the byte order mark.</param>
/// <param name="Text">The text behind the mark.</param>
public sealed record OracleText(string Encoding, int MarkBytes, string Text)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a blob; null where no encoding fits.</summary>
    public static OracleText? Read(byte[] blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        foreach (var (name, mark) in (ReadOnlySpan<(string, byte[])>)
            [("utf8-bom", [0xEF, 0xBB, 0xBF]), ("utf16-le", [0xFF, 0xFE]), ("utf16-be", [0xFE, 0xFF]), ("utf8", [])])
        {
            if (blob.AsSpan().StartsWith(mark))
            {
                var text = Decode(name, blob.AsSpan(mark.Length));
                return text is not null && !text.Contains('\0', StringComparison.Ordinal) ? new OracleText(name, mark.Length, text) : name == "utf8" ? Western(blob) : null;
            }
        }

        return null;
    }

    /// <summary>A part of a blob as text; null where it is cut inside a character.</summary>
    public string? Part(ReadOnlySpan<byte> bytes) => Decode(Encoding, bytes);

    private static OracleText? Western(byte[] blob) =>
        blob.AsSpan().IndexOfAny<byte>([0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0 ? null : new OracleText("windows1252", 0, Decode("windows1252", blob)!);

    private static string? Decode(string encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding switch
            {
                "utf16-le" => new UnicodeEncoding(false, false, true).GetString(bytes),
                "utf16-be" => new UnicodeEncoding(true, false, true).GetString(bytes),
                "windows1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
