using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>A real Qdrant.</summary>
/// <param name="address">Where it answers over REST.</param>
public sealed class LiveQdrant(Uri address) : LiveServer(address)
{
    private const int Page = 256;

    /// <inheritdoc/>
    public override void Put(string collection, KeptPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var one = new JsonObject { ["id"] = point.Id, ["vector"] = point.VectorJson(), ["payload"] = point.Fields.DeepClone() };
        Ask("PUT", $"collections/{collection}/points?wait=true", new JsonObject { ["points"] = new JsonArray(one) });
    }

    /// <inheritdoc/>
    public override void Remove(string collection, string id) =>
        Ask("POST", $"collections/{collection}/points/delete?wait=true", new JsonObject { ["points"] = new JsonArray(id) });

    /// <inheritdoc/>
    protected override IEnumerable<string> Collections() => Ask("GET", "collections")!["result"]!["collections"]!.AsArray()
        .Select(one => one!["name"]!.GetValue<string>()).Where(name => name.StartsWith(OwnPrefix, StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override IEnumerable<KeptPoint> Points(string collection)
    {
        JsonNode? next = null;
        do
        {
            var question = new JsonObject
            {
                ["limit"] = Page, ["with_payload"] = true, ["with_vector"] = true, ["offset"] = next?.DeepClone(),
            };
            var page = Ask("POST", $"collections/{collection}/points/scroll", question)!["result"]!;
            foreach (var one in page["points"]!.AsArray())
            {
                yield return new KeptPoint(one!["id"]!.GetValue<string>(), KeptPoint.Read(one["vector"]), one["payload"]!.AsObject());
            }

            next = page["next_page_offset"];
        }
        while (next is not null);
    }

    /// <inheritdoc/>
    protected override void Drop(string collection) => Ask("DELETE", $"collections/{collection}");
}
