using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Drivers;

/// <summary>Reads JSON as the product writes it, lone surrogates included, which .NET's own reader refuses.</summary>
public static class JsonText
{
    /// <summary>The text of a property; empty where it is absent or null.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.AsText() : "";

    /// <summary>A number; 0 where it is absent or null.</summary>
    public static long Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

    /// <summary>The elements of an array property; none where it is absent or null.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A scalar as text: strings without quotes, null as empty text.</summary>
    public static string AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Unescape(element.GetRawText().AsSpan()[1..^1]),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => element.GetRawText(),
    };

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
        {
            return raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] == 'u' ? (char)int.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Plain(raw[i]));
            i += raw[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }

    private static char Plain(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}
