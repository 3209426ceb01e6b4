using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drivers;

/// <summary>The syntax tree of a made-up feature, as Cucumber Messages hold it.</summary>
internal static class FixtureDocument
{
    public static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static object Of(FixtureFeature feature, string uri) => new
    {
        uri,
        comments = Array.Empty<object>(),
        feature = new
        {
            location = At(1),
            language = "en",
            keyword = "Feature",
            name = feature.Name,
            description = "  Owners rely on it, **always**.",
            tags = Array.Empty<object>(),
            children = feature.RuleLines.Select(rule => (object)new { rule = Rule(feature, rule) }).Prepend(new { background = Background(feature) }),
        },
    };

    private static object Background(FixtureFeature feature) => new
    {
        id = $"{feature.Path}:background",
        location = At(feature.BackgroundLine - 1),
        keyword = "Background",
        name = "",
        description = "",
        steps = new[] { Step($"{feature.Path}:{feature.BackgroundLine}", feature.BackgroundLine, "Given ", "the shop is open") },
    };

    private static object Rule(FixtureFeature feature, (string Name, int Line) rule) => new
    {
        id = $"{feature.Path}:{rule.Line}",
        location = At(rule.Line),
        keyword = "Rule",
        name = rule.Name,
        description = "",
        tags = Array.Empty<object>(),
        children = feature.Examples.Where(place => place.Example.Rule == rule.Name).GroupBy(place => place.Line)
            .Select(rows => new { scenario = Scenario(feature, rows.Key, [.. rows.Select(row => (row.Example, row.RowLine))]) }),
    };

    private static object Scenario(FixtureFeature feature, int line, List<(FixtureExample Example, int Line)> rows)
    {
        var first = rows[0].Example;
        return new
        {
            id = $"{feature.Path}:{line}",
            location = At(line),
            keyword = first.Row is null ? "Scenario" : "Scenario Outline",
            name = first.Name,
            description = "",
            tags = first.Tags.Select(tag => new { id = $"{feature.Path}:{line}:{tag}", name = tag, location = At(line - 1) }),
            steps = new[]
            {
                Step($"{feature.Path}:{line}:1", line + 1, "Given ", first.Row is null ? "a basket" : "a basket with <what>"),
                Step($"{feature.Path}:{line}:2", line + 2, "When ", first.Event),
                Step($"{feature.Path}:{line}:3", line + 3, "Then ", "a receipt is printed"),
            },
            examples = first.Row is null ? [] : new[]
            {
                new
                {
                    id = $"{feature.Path}:{line}:examples",
                    location = At(line + 5),
                    keyword = "Examples",
                    name = "",
                    description = "",
                    tags = Array.Empty<object>(),
                    tableHeader = Row($"{feature.Path}:{line}:header", line + 6, "what"),
                    tableBody = rows.Select(row => Row($"{feature.Path}:{row.Line}", row.Line, row.Example.Row!)),
                },
            },
        };
    }

    private static object Row(string id, int line, string cell) =>
        new { id, location = At(line), cells = new[] { new { location = At(line), value = cell } } };

    private static object Step(string id, int line, string keyword, string text) =>
        new { id, location = At(line), keyword, keywordType = "Unknown", text };

    private static object At(int line) => new { line, column = 1 };
}
