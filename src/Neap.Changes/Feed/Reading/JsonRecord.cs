using System.Text;
using System.Text.Json;

namespace Neap.Changes;

/// <summary>The fields of one JSON line, each of the type that the feed's description gives it.</summary>
/// <remarks>
/// An unknown field is passed over, <c>null</c> counts as absent, and of a field that stands twice the last one counts.
/// </remarks>
internal sealed class JsonRecord
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 64 };

    private static readonly Field[] Fields =
    [
        new("content", static (record, ref json, name) => record.Content = JsonFields.Text(ref json, name)),
        new("content_base64", static (record, ref json, name) => record.ContentBase64 = JsonFields.Base64(ref json, name)),
        new("content_ref", static (record, ref json, name) => record.Reference = JsonFields.Path(ref json, name)),
        new("blob", static (record, ref json, name) => record.Blob = JsonFields.Id(ref json, name)),
        new("repo", static (record, ref json, name) => record.Repository = JsonFields.Word(ref json, name)),
        new("op", static (record, ref json, name) => record.Op = JsonFields.Word(ref json, name)),
        new("path", static (record, ref json, name) => record.Path = JsonFields.Path(ref json, name)),
        new("old_path", static (record, ref json, name) => record.OldPath = JsonFields.Path(ref json, name)),
        new("reason", static (record, ref json, name) => record.Reason = JsonFields.Word(ref json, name)),
        new("size", static (record, ref json, name) => record.SizeBytes = JsonFields.Count(ref json, name)),
        new("line", static (record, ref json, name) => record.SourceLine = JsonFields.Count(ref json, name)),
        new("skip_index", static (record, ref json, name) => record.IsSkipped = JsonFields.Truth(ref json, name)),
        new("new_changeset", static (record, ref json, _) => record.Changeset = JsonChangeset.Read(ref json)),
    ];

    private delegate void Reading(JsonRecord record, ref Utf8JsonReader json, string name);

    public string? Repository { get; private set; }

    public string? Op { get; private set; }

    public byte[]? Path { get; private set; }

    public byte[]? OldPath { get; private set; }

    public byte[]? Content { get; private set; }

    public byte[]? ContentBase64 { get; private set; }

    public byte[]? Reference { get; private set; }

    public ObjectId? Blob { get; private set; }

    public long? SizeBytes { get; private set; }

    public long? SourceLine { get; private set; }

    public bool IsSkipped { get; private set; }

    public string? Reason { get; private set; }

    public JsonChangeset? Changeset { get; private set; }

    /// <summary>The first field that is not what it may be; the others are read all the same, to say what the line is about.</summary>
    public FeedLineException? Problem { get; private set; }

    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public void Read(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, Strict);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonString.Text(json.ValueSpan);
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            TryTake(name, ref json);
        }

        if (json.Read())
        {
            throw new JsonException("Something stands behind the object.");
        }
    }

    private void TryTake(ReadOnlySpan<byte> name, ref Utf8JsonReader json)
    {
        try
        {
            Take(name, ref json);
        }
        catch (FeedLineException wrong)
        {
            Problem ??= wrong;
            json.Skip();
        }
    }

    private void Take(ReadOnlySpan<byte> name, ref Utf8JsonReader json)
    {
        foreach (var field in Fields)
        {
            if (name.SequenceEqual(field.Spelling))
            {
                field.Read(this, ref json, field.Name);
                return;
            }
        }

        json.Skip();
    }

    /// <summary>A field that is known, and where it goes.</summary>
    private sealed record Field(string Name, Reading Read)
    {
        public byte[] Spelling { get; } = Encoding.UTF8.GetBytes(Name);
    }
}

/// <summary>The fields of <c>new_changeset</c>.</summary>
internal sealed record JsonChangeset(ObjectId? Commit, string? Branch, ObjectId? Tree)
{
    /// <exception cref="FeedLineException">It is no object, or a field has another type than it may have.</exception>
    public static JsonChangeset Read(ref Utf8JsonReader record)
    {
        // A field that is wrong leaves the reader of the record before the object, so that it can be passed over.
        var changeset = ReadFields(record);
        record.Skip();
        return changeset;
    }

    private static JsonChangeset ReadFields(Utf8JsonReader json)
    {
        JsonFields.Need(json.TokenType == JsonTokenType.StartObject, "\"new_changeset\" is not an object.");
        var changeset = new JsonChangeset(null, null, null);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(json.ValueSpan);
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (name)
            {
                case "commit":
                    changeset = changeset with { Commit = JsonFields.Id(ref json, name) };
                    break;
                case "parent":
                    _ = JsonFields.Id(ref json, name); // nothing depends on where the part starts; a value that is no id is a mistake
                    break;
                case "branch":
                    changeset = changeset with { Branch = JsonFields.Word(ref json, name) };
                    break;
                case "tree_hash":
                    changeset = changeset with { Tree = JsonFields.Id(ref json, name) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return changeset;
    }
}

/// <summary>Reads single fields.</summary>
internal static class JsonFields
{
    public static byte[] Text(ref Utf8JsonReader json, string name)
    {
        NeedString(ref json, name);
        return JsonString.Text(json.ValueSpan)
            ?? throw new FeedLineException(FailureCategory.Encoding, $"\"{name}\" is not valid UTF-8; bytes of any kind travel as \"content_base64\".");
    }

    public static string Word(ref Utf8JsonReader json, string name) => Encoding.UTF8.GetString(Text(ref json, name));

    public static byte[] Path(ref Utf8JsonReader json, string name)
    {
        NeedString(ref json, name);
        return JsonString.Path(json.ValueSpan)
            ?? throw new FeedLineException(FailureCategory.Encoding, $"\"{name}\" holds half a character.");
    }

    public static byte[] Base64(ref Utf8JsonReader json, string name)
    {
        NeedString(ref json, name);
        var text = JsonString.Text(json.ValueSpan) ?? [];
        var bytes = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        Need(status == System.Buffers.OperationStatus.Done, $"\"{name}\" is not base64.");
        return bytes[..written];
    }

    public static ObjectId Id(ref Utf8JsonReader json, string name)
    {
        NeedString(ref json, name);
        return ObjectId.TryParse(json.ValueSpan, out var id)
            ? id
            : throw new FeedLineException($"\"{name}\" is not the 40 or 64 hexadecimal digits of an id.");
    }

    public static long Count(ref Utf8JsonReader json, string name)
    {
        var number = 0L;
        Need(
            json.TokenType == JsonTokenType.Number && json.TryGetInt64(out number) && number >= 0,
            $"\"{name}\" is not a whole number.");
        return number;
    }

    public static bool Truth(ref Utf8JsonReader json, string name)
    {
        Need(json.TokenType is JsonTokenType.True or JsonTokenType.False, $"\"{name}\" is neither true nor false.");
        return json.TokenType == JsonTokenType.True;
    }

    public static void Need(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FeedLineException(otherwise);
        }
    }

    private static void NeedString(ref Utf8JsonReader json, string name) =>
        Need(json.TokenType == JsonTokenType.String, $"\"{name}\" is not a string.");
}
