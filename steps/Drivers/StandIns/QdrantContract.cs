using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>What Neap uses of Qdrant's REST interface, as published for version 1.19.</summary>
public static class QdrantContract
{
    /// <summary>What scenarios prove with it.</summary>
    public const string Label = "verified against the published contract of Qdrant 1.19, not against a server";

    private const string Collection = "/collections/(?<c>[^/]+)";

    private static readonly string[] Filter = ["filter", "filter.must", "filter.must.key", "filter.must.match", "filter.must.match.value", "filter.must.match.any", "filter.must.range", "filter.must.range.lte", "filter.must.range.gt"];

    /// <summary>The calls, over what a stand-in keeps.</summary>
    public static IReadOnlyList<PublishedCall> Over(KeptPoints kept) =>
    [
        new("GET", "/") { IsOpen = true, Answer = ["title", "version"], Do = _ => (200, new JsonObject { ["title"] = "qdrant - vector search engine", ["version"] = "1.19.0" }) },
        new("GET", "/collections")
        {
            Answer = ["result", "result.collections", "status", "time"],
            Do = _ => Ok(new JsonObject
            {
                ["collections"] = new JsonArray([.. kept.Names.Select(name => (JsonNode)new JsonObject { ["name"] = name })]),
            }),
        },
        new("GET", Collection)
        {
            Answer = ["result", "status", "time"],
            Do = asked => kept.Has(asked["c"]) ? Ok(About(kept, asked["c"])) : (404, null),
        },
        new("PUT", Collection)
        {
            Body = ["vectors.size", "vectors.distance"],
            Required = ["vectors.size", "vectors.distance"],
            Answer = ["result", "status", "time"],
            Do = asked => Make(kept, asked),
        },
        new("PUT", $"{Collection}/index")
        {
            Parameters = ["wait"], RequiredParameters = ["wait=true"], Body = ["field_name", "field_schema"], Required = ["field_name"], Answer = ["result", "status", "time"],
            Do = asked => kept.Has(asked["c"]) ? Index(kept, asked) : (404, null),
        },
        new("PUT", $"{Collection}/points")
        {
            Parameters = ["wait"], RequiredParameters = ["wait=true"], Body = ["points.id", "points.vector", "points.payload.*"], Required = ["points"],
            Answer = ["result", "status", "time"],
            Do = asked => Put(kept, asked),
        },
        new("POST", $"{Collection}/points/delete")
        {
            Parameters = ["wait"], RequiredParameters = ["wait=true"], Body = ["points"], Required = ["points"], Answer = ["result", "status", "time"],
            Do = asked => Remove(kept, asked),
        },
        new("POST", $"{Collection}/points/scroll")
        {
            Body = [.. Filter, "limit", "offset", "with_payload", "with_vector"], Answer = ["result", "result.points", "status", "time"],
            Do = asked => kept.Has(asked["c"]) ? Scroll(kept, asked) : (404, null),
        },
        new("POST", $"{Collection}/points/query")
        {
            Body = [.. Filter, "query", "limit", "with_payload"], Required = ["query"], Answer = ["result", "result.points", "status", "time"],
            Do = asked => kept.Has(asked["c"]) ? Nearest(kept, asked) : (404, null),
        },
    ];

    /// <summary>What Neap does not use and whoever looks after the server does: removing a collection.</summary>
    public static IReadOnlyList<PublishedCall> Care(KeptPoints kept) =>
    [
        new("DELETE", Collection)
        {
            Answer = ["result", "status", "time"],
            Do = asked => Ok(JsonValue.Create(kept.Drop(asked["c"]))),
        },
    ];

    private static (int, JsonNode?) Ok(JsonNode result) =>
        (200, new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.001 });

    private static JsonObject Done() => new() { ["operation_id"] = 1, ["status"] = "completed" };

    private static (int, JsonNode?) Index(KeptPoints kept, Asked asked)
    {
        kept.Indexed.Add((asked["c"], asked.Body!["field_name"]!.GetValue<string>()));
        return Ok(Done());
    }

    private static JsonObject About(KeptPoints kept, string collection) => new()
    {
        ["status"] = "green",
        ["payload_schema"] = new JsonObject(kept.Indexed.Where(one => one.Collection == collection)
            .Select(one => KeyValuePair.Create(one.Field, (JsonNode?)new JsonObject { ["points"] = 0 }))),
        ["config"] = new JsonObject
        {
            ["params"] = new JsonObject { ["vectors"] = new JsonObject { ["size"] = kept.Dimensions[collection], ["distance"] = "Dot" } },
        },
    };

    private static (int, JsonNode?) Make(KeptPoints kept, Asked asked)
    {
        if (kept.Has(asked["c"]))
        {
            return (409, null);
        }

        string[] distances = ["Cosine", "Euclid", "Dot", "Manhattan"];
        if (!distances.Contains(asked.Body!["vectors"]!["distance"]!.GetValue<string>()))
        {
            throw new SpecException("the distance is not published");
        }

        kept.Make(asked["c"]);
        kept.Dimensions[asked["c"]] = asked.Body["vectors"]!["size"]!.GetValue<int>();
        return Ok(JsonValue.Create(true));
    }

    private static (int, JsonNode?) Put(KeptPoints kept, Asked asked)
    {
        foreach (var point in asked.Body!["points"]!.AsArray())
        {
            var payload = (JsonObject)(point!["payload"]?.DeepClone() ?? new JsonObject());
            kept.Put(asked["c"], new KeptPoint(point["id"]!.GetValue<string>(), KeptPoint.Read(point["vector"]), payload));
        }

        return Ok(Done());
    }

    private static (int, JsonNode?) Remove(KeptPoints kept, Asked asked)
    {
        foreach (var id in asked.Body!["points"]!.AsArray())
        {
            kept.Remove(asked["c"], id!.GetValue<string>());
        }

        return Ok(Done());
    }

    private static (int, JsonNode?) Scroll(KeptPoints kept, Asked asked)
    {
        var limit = asked.Body!["limit"]?.GetValue<int>() ?? 10;
        var from = asked.Body["offset"]?.GetValue<string>() ?? "";
        var found = kept.Of(asked["c"]).Where(Filtered(kept, asked)).Where(point => string.CompareOrdinal(point.Id, from) >= 0)
            .Take(limit + 1).ToList();
        return Ok(new JsonObject
        {
            ["points"] = new JsonArray([.. found.Take(limit).Select(point => (JsonNode)new JsonObject
            {
                ["id"] = point.Id,
                ["payload"] = IsWanted(asked, "with_payload") ? point.Fields.DeepClone() : null,
                ["vector"] = IsWanted(asked, "with_vector") ? point.VectorJson() : null,
            })]),
            ["next_page_offset"] = found.Count > limit ? found[limit].Id : null,
        });
    }

    private static bool IsWanted(Asked asked, string what) => asked.Body![what]?.GetValue<bool>() ?? false;

    private static (int, JsonNode?) Nearest(KeptPoints kept, Asked asked)
    {
        var question = KeptPoint.Read(asked.Body!["query"]);
        var found = kept.Of(asked["c"]).Where(Filtered(kept, asked))
            .OrderByDescending(point => point.Dot(question)).Take(asked.Body["limit"]?.GetValue<int>() ?? 10);
        return Ok(new JsonObject
        {
            ["points"] = new JsonArray([.. found.Select(point => (JsonNode)new JsonObject
            {
                ["id"] = point.Id, ["version"] = 1, ["score"] = point.Dot(question), ["payload"] = point.Fields.DeepClone(),
            })]),
        });
    }

    /// <summary>A server can be set to refuse conditions on fields without an index, so Neap may not ask them.</summary>
    private static Func<KeptPoint, bool> Filtered(KeptPoints kept, Asked asked)
    {
        var conditions = asked.Body!["filter"]?["must"] as JsonArray ?? [];
        return conditions.FirstOrDefault(condition => !kept.Indexed.Contains((asked["c"], condition!["key"]!.GetValue<string>()))) is { } open
            ? throw new SpecException($"{open["key"]} has no index")
            : point => conditions.All(condition => IsMet(point, condition!));
    }

    private static bool IsMet(KeptPoint point, JsonNode condition)
    {
        var value = point.Fields[condition["key"]!.GetValue<string>()];
        return (condition["match"], condition["range"]) switch
        {
            ({ } match, _) when match["value"] is { } wanted => JsonNode.DeepEquals(value, wanted),
            ({ } match, _) => match["any"]!.AsArray().Any(wanted => JsonNode.DeepEquals(value, wanted)),
            (_, { } range) => (range["lte"] is not { } most || value!.GetValue<double>() <= most.GetValue<double>())
                && (range["gt"] is not { } least || value!.GetValue<double>() > least.GetValue<double>()),
            _ => throw new SpecException("a condition is neither match nor range"),
        };
    }
}
