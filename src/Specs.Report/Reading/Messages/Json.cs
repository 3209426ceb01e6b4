using System.Text.Json;

namespace Specs.Report.Reading;

/// <summary>
/// Reads fields that may be absent or of another kind; a writer newer or older than this reader is not an error.
/// </summary>
internal static class Json
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child)
            && child.ValueKind != JsonValueKind.Null ? child : null;

    public static string Text(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.String } child ? child.GetString()! : "";

    public static bool Flag(this JsonElement element, string name, bool otherwise) =>
        element.Child(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => otherwise,
    };

    public static long Number(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt64(out var number)
            ? number
            : 0;

    public static double? Real(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } child ? child.GetDouble() : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } child ? child.EnumerateArray() : [];

    /// <summary>A time as Cucumber Messages write it, in ticks of 100 nanoseconds.</summary>
    public static TimeSpan? Time(this JsonElement element, string name) => element.Child(name) is { } time
        ? TimeSpan.FromTicks(
            (time.Number("seconds") * TimeSpan.TicksPerSecond) + (time.Number("nanos") / TimeSpan.NanosecondsPerTick))
        : null;

    /// <summary>A moment, UTC.</summary>
    public static DateTimeOffset? Moment(this JsonElement element, string name) =>
        element.Time(name) is { } time ? DateTimeOffset.UnixEpoch + time : null;
}
