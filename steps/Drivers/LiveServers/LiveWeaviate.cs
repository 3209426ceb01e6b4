using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>A real Weaviate.</summary>
/// <param name="address">Where it answers over REST.</param>
public sealed class LiveWeaviate(Uri address) : LiveServer(address)
{
    private const int Page = 256;

    /// <inheritdoc/>
    public override void Put(string collection, KeptPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var one = new JsonObject
        {
            ["class"] = collection, ["id"] = point.Id, ["vector"] = point.VectorJson(), ["properties"] = point.Fields.DeepClone(),
        };
        Ask("POST", "v1/batch/objects", new JsonObject { ["objects"] = new JsonArray(one) });
    }

    /// <inheritdoc/>
    public override void Remove(string collection, string id)
    {
        var where = new JsonObject { ["path"] = new JsonArray("id"), ["operator"] = "ContainsAny", ["valueTextArray"] = new JsonArray(id) };
        var match = new JsonObject { ["class"] = collection, ["where"] = where };
        Ask("DELETE", "v1/batch/objects", new JsonObject { ["match"] = match });
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Collections() => Ask("GET", "v1/schema")!["classes"]!.AsArray()
        .Select(one => one!["class"]!.GetValue<string>()).Where(name => name.StartsWith(OwnPrefix, StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override IEnumerable<KeptPoint> Points(string collection)
    {
        var after = "";
        while (true)
        {
            var page = Ask("GET", $"v1/objects?class={collection}&include=vector&limit={Page}&after={after}")!["objects"]!.AsArray();
            foreach (var one in page)
            {
                yield return new KeptPoint(one!["id"]!.GetValue<string>(), KeptPoint.Read(one["vector"]), one["properties"]!.AsObject());
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1]!["id"]!.GetValue<string>();
        }
    }

    /// <inheritdoc/>
    protected override void Drop(string collection) => Ask("DELETE", $"v1/schema/{collection}");
}
