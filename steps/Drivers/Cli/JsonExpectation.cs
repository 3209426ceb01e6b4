using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>Finds a value by a path such as <c>hits[0].path</c> or <c>failures.length</c>, and compares it with a cell.</summary>
public static partial class JsonExpectation
{
    /// <summary>The value at a path; null where there is none.</summary>
    public static JsonElement? Find(JsonElement json, string path)
    {
        JsonElement? at = json;
        foreach (Match step in Step().Matches(path))
        {
            at = at is { } element ? Go(element, step.Value.Trim('[', ']', '.')) : null;
        }

        return at;
    }

    /// <summary>Whether a value is what a cell says: a scalar as text, or a matcher in round brackets.</summary>
    public static bool Matches(JsonElement? found, string cell, Func<string, string> messageOf)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(messageOf);
        if (found is not { } value)
        {
            return cell == "(absent)";
        }

        var text = value.ValueKind == JsonValueKind.Null ? "null" : value.AsText();
        var matcher = Matcher().Match(cell);
        return matcher.Groups[1].Value switch
        {
            "above" => double.Parse(text, CultureInfo.InvariantCulture) > double.Parse(matcher.Groups[2].Value, CultureInfo.InvariantCulture),
            "begins with" => text.StartsWith(matcher.Groups[2].Value, StringComparison.Ordinal),
            "ends with" => text.EndsWith(matcher.Groups[2].Value, StringComparison.Ordinal),
            "commit" => messageOf(text) == matcher.Groups[2].Value.Trim('"'),
            "a UUID" => Guid.TryParseExact(text, "D", out _),
            "any text" => value.ValueKind == JsonValueKind.String && text.Length > 0,
            _ when cell.StartsWith('(') => text == Encoding.UTF8.GetString(ContentSample.Read(cell).Bytes),
            _ => text == PathText.Read(cell),
        };
    }

    private static JsonElement? Go(JsonElement element, string step)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return step == "length"
                ? JsonSerializer.SerializeToElement(element.GetArrayLength())
                : int.TryParse(step, out var index) && index < element.GetArrayLength() ? element[index] : null;
        }

        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var found) ? found : null;
    }

    [GeneratedRegex(@"\[\d+\]|[^.\[\]]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"^\((above|begins with|ends with|commit|a UUID|any text) ?(.*)\)$")]
    private static partial Regex Matcher();
}
