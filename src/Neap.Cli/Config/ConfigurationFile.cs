using System.Text;
using System.Text.Json;

namespace Neap.Cli;

/// <summary>Reads one configuration file: a flat JSON object; comments and trailing commas are allowed.</summary>
/// <remarks>Read by hand: a binder by reflection would cost each command more than all else it does at start.</remarks>
internal sealed class ConfigurationFile(SettingsReader reader, Source source)
{
    private const int LargestBytes = 1 << 20;
    private const string Services = "services";
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What the file says under <c>services</c>, as JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> ServicesJson { get; private set; }

    /// <summary>Hands every setting of the file to the reader, and everything that is wrong with it.</summary>
    public void Read()
    {
        try
        {
            var bytes = File.ReadAllBytes(source.Name);
            if (bytes.Length > LargestBytes)
            {
                reader.Complain(source, "", "The file is larger than 1 MB; no configuration is.");
                return;
            }

            ReadObject(bytes);
        }
        catch (JsonException wrong)
        {
            reader.Complain(source, "", $"The file is not JSON from line {wrong.LineNumber + 1} on.");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            reader.Complain(source, "", "The file cannot be read.");
        }
    }

    private void ReadObject(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var json = new Utf8JsonReader(bytes.AsSpan(start), options);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            reader.Complain(source, "", "The file does not hold a JSON object.");
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = Letters(json.ValueSpan);
            json.Read();
            var from = start + (int)json.TokenStartIndex;
            Take(key, ref json);
            json.Skip();
            if (key == Services)
            {
                ServicesJson = bytes.AsMemory(from..(start + (int)json.BytesConsumed));
            }
        }

        json.Read();
    }

    private void Take(string key, ref Utf8JsonReader json)
    {
        if (!_seen.Add(key.Replace('-', '_').ToLowerInvariant()))
        {
            reader.Complain(source, key, "is given twice.");
        }
        else if (key == Services)
        {
            if (source.Origin != Origin.Repository)
            {
                reader.Complain(source, key, "belongs in the file .neap.json of a repository.");
            }
        }
        else if (key != "$schema")
        {
            TakeSetting(key, ref json);
        }
    }

    private void TakeSetting(string key, ref Utf8JsonReader json)
    {
        if (Catalogue.Find(key, out var isFile) is not { } setting)
        {
            var near = NearestSetting.Of(key) is { } name ? $"; did you mean {name}?" : "; `neap config show` lists them all.";
            reader.Complain(source, key, $"is not a setting{near}");
            return;
        }

        switch (json.TokenType)
        {
            case JsonTokenType.String:
                reader.Take(setting, Text(ref json), source, isFile);
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                reader.Take(setting, Encoding.UTF8.GetString(json.ValueSpan), source, isFile);
                break;
            case JsonTokenType.Null:
                break;
            default:
                reader.Complain(source, key, "holds a list or an object; one value is needed.");
                break;
        }
    }

    /// <summary>A name may be anything at all; what is no text is shown as it would be in an escape.</summary>
    private static string Letters(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>Text with an escaped half of a character is not text; the JSON reader says so in another way.</summary>
    private static string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\0";
        }
    }
}
