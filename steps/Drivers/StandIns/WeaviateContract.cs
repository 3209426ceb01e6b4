using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>What Neap uses of Weaviate's REST and GraphQL interfaces, as published for version 1.39.</summary>
public static partial class WeaviateContract
{
    /// <summary>What scenarios prove with it.</summary>
    public const string Label = "verified against the published contract of Weaviate 1.39, not against a server";

    private static readonly string[] Schema =
    [
        "class", "vectorizer", "vectorIndexConfig.distance", "properties.name", "properties.dataType", "properties.tokenization",
        "properties.indexFilterable", "properties.indexSearchable",
    ];

    /// <summary>The calls, over what a stand-in keeps.</summary>
    public static IReadOnlyList<PublishedCall> Over(KeptPoints kept) =>
    [
        new("GET", "/v1/meta") { Answer = ["hostname", "version"], Do = _ => (200, new JsonObject { ["hostname"] = "http://[::]:8080", ["version"] = "1.39.0" }) },
        new("GET", "/v1/schema/(?<c>[^/]+)")
        {
            Answer = ["class"],
            Do = asked => kept.Has(asked["c"]) ? (200, new JsonObject { ["class"] = asked["c"] }) : (404, null),
        },
        new("POST", "/v1/schema") { Body = Schema, Required = ["class"], Answer = ["class"], Do = asked => Make(kept, asked) },
        new("POST", "/v1/batch/objects")
        {
            Body = ["objects.class", "objects.id", "objects.vector", "objects.properties.*"], Required = ["objects"],
            Answer = ["id", "result", "result.status"],
            Do = asked => Put(kept, asked),
            RefuseOne = RefuseOne,
        },
        new("DELETE", "/v1/batch/objects")
        {
            Body = ["match.class", "match.where.path", "match.where.operator", "match.where.valueTextArray"],
            Required = ["match.class", "match.where"], Answer = ["match", "results", "results.matches", "results.successful"],
            Do = asked => Remove(kept, asked),
            RefuseOne = LeaveOne,
        },
        new("GET", "/v1/objects")
        {
            Parameters = ["class", "include", "limit", "after"], Answer = ["objects"],
            Do = asked => kept.Has(asked.Parameters["class"]) ? List(kept, asked) : (404, null),
        },
        new("POST", "/v1/graphql")
        {
            Body = ["query", "operationName", "variables"], Required = ["query"],
            Do = asked => Ask(kept, asked.Body!["query"]!.GetValue<string>()),
        },
    ];

    /// <summary>What Neap does not use and whoever looks after the server does: every class by name, and removing one.</summary>
    public static IReadOnlyList<PublishedCall> Care(KeptPoints kept) =>
    [
        new("GET", "/v1/schema")
        {
            Answer = ["classes"],
            Do = _ => (200, new JsonObject
            {
                ["classes"] = new JsonArray([.. kept.Names.Select(name => (JsonNode)new JsonObject { ["class"] = name })]),
            }),
        },
        new("DELETE", "/v1/schema/(?<c>[^/]+)") { Do = asked => (kept.Drop(asked["c"]) ? 200 : 404, null) },
    ];

    private static (int, JsonNode?) Make(KeptPoints kept, Asked asked)
    {
        var name = asked.Body!["class"]!.GetValue<string>();
        if (!ClassName().IsMatch(name))
        {
            throw new SpecException($"{name} is no name of a class");
        }

        if (kept.Has(name))
        {
            return (422, null);
        }

        kept.Make(name);
        return (200, asked.Body.DeepClone());
    }

    private static (int, JsonNode?) Put(KeptPoints kept, Asked asked)
    {
        var results = new JsonArray();
        foreach (var one in asked.Body!["objects"]!.AsArray())
        {
            var id = one!["id"]!.GetValue<string>();
            var name = one["class"]!.GetValue<string>();
            if (!kept.Has(name))
            {
                throw new SpecException($"{name} is no class of the schema");
            }

            kept.Put(name, new KeptPoint(id, KeptPoint.Read(one["vector"]), (JsonObject)one["properties"]!.DeepClone()));
            results.Add(new JsonObject { ["id"] = id, ["result"] = new JsonObject { ["status"] = "SUCCESS" } });
        }

        return (200, results);
    }

    /// <summary>The last object is refused by itself: the answer as a whole is a yes.</summary>
    private static (int, JsonNode?) RefuseOne(Asked asked, Func<Asked, (int, JsonNode?)> take)
    {
        var body = asked.Body!.DeepClone();
        var objects = body["objects"]!.AsArray();
        var refused = objects[^1]!["id"]!.GetValue<string>();
        objects.RemoveAt(objects.Count - 1);
        var (status, results) = objects.Count > 0 ? take(asked with { Body = body }) : (200, new JsonArray());
        results!.AsArray().Add(new JsonObject
        {
            ["id"] = refused,
            ["result"] = new JsonObject
            {
                ["status"] = "FAILED",
                ["errors"] = new JsonObject { ["error"] = new JsonArray(new JsonObject { ["message"] = "put object: store is read-only" }) },
            },
        });
        return (status, results);
    }

    /// <summary>The last object stays: the answer as a whole is a yes.</summary>
    private static (int, JsonNode?) LeaveOne(Asked asked, Func<Asked, (int, JsonNode?)> take)
    {
        var body = asked.Body!.DeepClone();
        var ids = body["match"]!["where"]!["valueTextArray"]!.AsArray();
        ids.RemoveAt(ids.Count - 1);
        var (status, answer) = take(asked with { Body = body });
        var results = answer!["results"]!;
        results["matches"] = ids.Count + 1;
        results["failed"] = 1;
        return (status, answer);
    }

    private static (int, JsonNode?) Remove(KeptPoints kept, Asked asked)
    {
        var match = asked.Body!["match"]!;
        if (match["where"]!["operator"]!.GetValue<string>() != "ContainsAny" || match["where"]!["path"]![0]!.GetValue<string>() != "id")
        {
            throw new SpecException("objects are deleted by their ids");
        }

        var ids = match["where"]!["valueTextArray"]!.AsArray().Select(id => id!.GetValue<string>()).ToList();
        ids.ForEach(id => kept.Remove(match["class"]!.GetValue<string>(), id));
        return (200, new JsonObject
        {
            ["match"] = match.DeepClone(),
            ["results"] = new JsonObject { ["matches"] = ids.Count, ["successful"] = ids.Count, ["failed"] = 0 },
        });
    }

    private static (int, JsonNode?) List(KeptPoints kept, Asked asked)
    {
        var limit = int.Parse(asked.Parameters.GetValueOrDefault("limit", "25"), CultureInfo.InvariantCulture);
        var after = asked.Parameters.GetValueOrDefault("after", "");
        var page = kept.Of(asked.Parameters["class"]).Where(one => string.CompareOrdinal(one.Id, after) > 0).Take(limit);
        return (200, new JsonObject
        {
            ["objects"] = new JsonArray([.. page.Select(one => (JsonNode)new JsonObject
            {
                ["class"] = asked.Parameters["class"], ["id"] = one.Id, ["properties"] = one.Fields.DeepClone(),
                ["vector"] = asked.Parameters.GetValueOrDefault("include", "").Contains("vector", StringComparison.Ordinal) ? one.VectorJson() : null,
            })]),
        });
    }

    /// <summary>The part of the query language that Neap speaks: one class, conditions that all hold, neighbours, a limit.</summary>
    private static (int, JsonNode?) Ask(KeptPoints kept, string query)
    {
        var match = Question().Match(query);
        if (!match.Success)
        {
            throw new SpecException($"the question is not published: {query}");
        }

        var name = match.Groups["class"].Value;
        var conditions = Condition().Matches(match.Groups["where"].Value).ToList();
        var vector = match.Groups["vector"] is { Success: true } numbers ? KeptPoint.Read(JsonNode.Parse($"[{numbers.Value}]")) : null;
        if (!kept.Has(name))
        {
            return (200, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = $"Cannot query field \"{name}\"" }) });
        }

        var found = kept.Of(name).Where(one => conditions.All(condition => IsMet(one, condition)));
        found = vector is null ? found : found.OrderByDescending(one => one.Dot(vector));
        var limit = int.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture);
        var fields = match.Groups["fields"].Value.Split(' ');
        var answers = found.Take(limit).Select(one => (JsonNode)Shown(one, fields, vector)).ToArray();
        return (200, new JsonObject { ["data"] = new JsonObject { ["Get"] = new JsonObject { [name] = new JsonArray(answers) } } });
    }

    private static JsonObject Shown(KeptPoint one, string[] fields, float[]? vector)
    {
        var shown = new JsonObject(fields.Select(field => KeyValuePair.Create(field, one.Fields[field]?.DeepClone())));
        shown["_additional"] = new JsonObject
        {
            ["id"] = one.Id,
            ["vector"] = one.VectorJson(),
            ["distance"] = vector is null ? null : -one.Dot(vector),
        };
        return shown;
    }

    private static bool IsMet(KeptPoint one, Match condition)
    {
        var value = one.Fields[condition.Groups["field"].Value]!;
        var wanted = JsonNode.Parse(condition.Groups["value"].Value)!;
        return condition.Groups["operator"].Value switch
        {
            "Equal" => JsonNode.DeepEquals(value, wanted),
            "ContainsAny" => wanted.AsArray().Any(candidate => JsonNode.DeepEquals(value, candidate)),
            "LessThanEqual" => value.GetValue<double>() <= wanted.GetValue<double>(),
            "GreaterThan" => value.GetValue<double>() > wanted.GetValue<double>(),
            var other => throw new SpecException($"the operator {other} is not published"),
        };
    }

    [GeneratedRegex("^[A-Z][_0-9A-Za-z]*$")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^\{Get\{(?<class>\w+)\((?:nearVector:\{vector:\[(?<vector>[^\]]*)\]\},)?where:\{operator:And,operands:\[(?<where>.*)\]\},limit:(?<limit>\d+)\)\{(?<fields>[\w ]+) _additional\{(?<more>[\w ]+)\}\}\}\}$")]
    private static partial Regex Question();

    [GeneratedRegex("""\{path:\["(?<field>\w+)"\],operator:(?<operator>\w+),value(?:Text|Number):(?<value>\[[^\]]*\]|"[^"]*"|\d+)\}""")]
    private static partial Regex Condition();
}
