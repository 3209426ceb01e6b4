using System.Text;
using System.Text.Json;
using Neap.Core;

namespace Neap.Sync;

/// <summary>What is kept of a line that failed, for a person who looks at it.</summary>
internal static class LinePayload
{
    private const string Content = "content";

    /// <summary>The start of a line, without content: what is in a file may be secret.</summary>
    /// <returns>
    /// Of an object, what stands before the first key that begins with <c>content</c>, however the key is spelt, and
    /// before the place where the object is no JSON any more; of any other line, what stands before such a key.
    /// </returns>
    public static string Of(LineHead head)
    {
        var start = head.Start.Span;
        var isObject = start.TrimStart(" \t"u8) is [(byte)'{', ..];
        return isObject ? KeptOfObject(start) : KeptOfText(Encoding.UTF8.GetString(start));
    }

    private static string KeptOfObject(ReadOnlySpan<byte> start)
    {
        var json = new Utf8JsonReader(start, isFinalBlock: false, state: default);
        var end = 0;
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && IsContent(json.GetString()!))
                {
                    return Cut(start[..(int)json.TokenStartIndex]);
                }

                end = (int)json.BytesConsumed;
            }

            return Encoding.UTF8.GetString(start);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return Cut(start[..end]);
        }
    }

    private static string KeptOfText(string start)
    {
        var key = start.IndexOf('"' + Content, StringComparison.OrdinalIgnoreCase);
        return key < 0 ? start : start[..key] + "…";
    }

    private static bool IsContent(string key) => key.StartsWith(Content, StringComparison.OrdinalIgnoreCase);

    private static string Cut(ReadOnlySpan<byte> kept) => Encoding.UTF8.GetString(kept) + "…";
}
