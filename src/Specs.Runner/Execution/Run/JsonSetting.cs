using System.Text.Json;

namespace Reqnroll.Execution;

/// <summary>A place in a settings file that may be missing, however deep it is asked for.</summary>
internal readonly record struct JsonSetting(JsonElement? Element)
{
    public bool Exists => Element is { ValueKind: not JsonValueKind.Null };

    public string? Text => Element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool? Flag => Element?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public IEnumerable<JsonSetting> Items => Element is { ValueKind: JsonValueKind.Array } array
        ? array.EnumerateArray().Select(item => new JsonSetting(item))
        : [];

    public JsonSetting this[string name] =>
        Element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child)
            ? new(child)
            : default;
}
