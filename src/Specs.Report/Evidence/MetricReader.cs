using System.Text.Json;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>
/// Collects figures from attachments and from files: <c>{"name":"first_sync_ms","value":3100,"unit":"ms"}</c>.
/// </summary>
internal static class MetricReader
{
    /// <summary>The kind of an attachment that is a figure, or a list of them.</summary>
    public const string MediaType = "application/vnd.specs.metric+json";

    public static IEnumerable<Metric> Attached(Documentation documentation) =>
        from outcome in documentation.Outcomes
        from attachment in outcome.Last?.AllAttachments ?? []
        where attachment.MediaType == MediaType
        from metric in Parse(attachment.Text(), $"a figure that \"{outcome.Example.Name}\" attached",
            outcome.Example.Anchor)
        select metric;

    public static IReadOnlyList<Metric> Read(string path) => Parse(JsonInput.Text(path), path, "");

    private static List<Metric> Parse(string json, string place, string anchor)
    {
        using var document = JsonInput.Parse(json, place);
        var root = document.RootElement;
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return
        [
            .. items.Select(item => new Metric(
                item.Text("name") is { Length: > 0 } name ? name : throw Wrong(place, "name"),
                item.Real("value") ?? throw Wrong(place, "value"),
                item.Text("unit"),
                anchor)),
        ];
    }

    private static SpecsException Wrong(string place, string lacking) =>
        SpecsException.Input($"{place} has no {lacking}; a figure has a name and a value.");
}
