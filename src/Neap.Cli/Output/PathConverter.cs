using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>Paths in JSON: a byte that is not UTF-8 is written as the escape <c>\udcXX</c>, which no string writer allows.</summary>
internal sealed class PathConverter : JsonConverter<RepoPath>
{
    public override RepoPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RepoPath.TryParse(reader.GetString(), out var path) ? path : throw new JsonException("Not a path.");

    public override void Write(Utf8JsonWriter writer, RepoPath value, JsonSerializerOptions options)
    {
        if (System.Text.Unicode.Utf8.IsValid(value.Bytes))
        {
            writer.WriteStringValue(value.Bytes);
            return;
        }

        var text = new StringBuilder("\"");
        foreach (var letter in value.ToString())
        {
            _ = char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ' '
                ? text.Append(letter)
                : text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        writer.WriteRawValue(text.Append('"').ToString(), skipInputValidation: true);
    }
}
