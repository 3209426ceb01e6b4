using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Servers;

/// <summary>Weaviate over REST, batches and GraphQL, as published for version 1.39.</summary>
internal sealed class WeaviateServer(StoreAddress.Server address, TimeProvider clock) : IPointServer
{
    private const string Name = "Weaviate";
    private const int Page = 256;
    private const int Batch = 256;
    private const int PathsAtATime = 8;

    /// <summary>What one answer of GraphQL holds at most by the server's default.</summary>
    private const int Most = 10_000;

    /// <summary>Earlier ones refuse the operator <c>ContainsAny</c>, by which objects are found and deleted.</summary>
    private static readonly Version Oldest = new(1, 21);

    private readonly ServerCalls _calls = new(address, clock) { Authorization = key => new AuthenticationHeaderValue("Bearer", key) };

    /// <inheritdoc/>
    /// <remarks>It introduces itself only to who has the key.</remarks>
    public async Task<ServerAbout> AboutAsync(CancellationToken cancellation) =>
        new(Name, await _calls.VersionAsync(Name, "v1/meta", VersionOf, cancellation), Oldest);

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string collection, CancellationToken cancellation) =>
        await _calls.AskAsync(HttpMethod.Get, $"v1/schema/{collection}", null, cancellation) is not null;

    /// <inheritdoc/>
    public async Task EnsureAsync(string collection, int dimensions, CancellationToken cancellation)
    {
        if (await HasAsync(collection, cancellation))
        {
            return; // the length of vectors is part of the name
        }

        var properties = PointFields.Texts.Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name,
            ["dataType"] = new JsonArray("text"),
            ["tokenization"] = "field",
            ["indexFilterable"] = true,
            ["indexSearchable"] = false,
        }).Concat(PointFields.Numbers.Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name,
            ["dataType"] = new JsonArray("number"),
            ["indexFilterable"] = true,
        }));
        await _calls.MakeAsync(
            (HttpMethod.Post, "v1/schema"),
            $"v1/schema/{collection}",
            new JsonObject
            {
                ["class"] = collection,
                ["vectorizer"] = "none",
                ["vectorIndexConfig"] = new JsonObject { ["distance"] = "dot" },
                ["properties"] = new JsonArray([.. properties]),
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task UpsertAsync(string collection, IReadOnlyList<Point> points, CancellationToken cancellation)
    {
        foreach (var batch in points.Chunk(Batch))
        {
            var objects = new JsonArray([.. batch.Select(point => (JsonNode)new JsonObject
            {
                ["class"] = collection,
                ["id"] = point.Id.ToString(),
                ["properties"] = PointFields.Write(point),
                ["vector"] = PointFields.Vector(point.Entry.Vector.Span),
            })]);
            var answer = await _calls.RequireAsync(
                HttpMethod.Post, "v1/batch/objects", new JsonObject { ["objects"] = objects }, cancellation);
            Refuse(answer as JsonArray ?? throw _calls.Wrong("a batch without results", null));
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string collection, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var batch in ids.Chunk(Batch))
        {
            var match = new JsonObject
            {
                ["class"] = collection,
                ["where"] = new JsonObject
                {
                    ["path"] = new JsonArray("id"),
                    ["operator"] = "ContainsAny",
                    ["valueTextArray"] = new JsonArray([.. batch.Select(id => (JsonNode)id.ToString())]),
                },
            };
            var answer = await _calls.RequireAsync(HttpMethod.Delete, "v1/batch/objects", new JsonObject { ["match"] = match }, cancellation);
            if (answer["results"] is not { } results || results["failed"]?.GetValue<long>() is > 0)
            {
                throw _calls.Wrong($"a deletion that was done in part: {answer["results"]?.ToJsonString()}", null);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Point>> AtAsync(
        string collection, PointReading reading, IReadOnlyList<RepoPath> paths, CancellationToken cancellation)
    {
        var points = new List<Point>();
        foreach (var some in paths.Chunk(PathsAtATime))
        {
            var keys = string.Join(',', some.Select(path => Quoted(PointFields.KeyOf(path))));
            var where = And(Is(PointFields.Slot, reading.Slot), $$"""{path:["{{PointFields.PathKey}}"],operator:ContainsAny,valueText:[{{keys}}]}""");
            var found = await GetAsync(collection, $"where:{where},limit:{Most}", "id vector", cancellation);
            points.AddRange(found.Select(one => Read(one!["_additional"]!["id"], one, one["_additional"]!["vector"], reading)));
        }

        return points;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Point> AllAsync(
        string collection, PointReading reading, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var path = $"v1/objects?class={collection}&limit={Page}&after={after}";
            var answer = await _calls.RequireAsync(HttpMethod.Get, path, null, cancellation);
            var page = answer["objects"] as JsonArray ?? [];
            foreach (var one in page.Where(one => one!["properties"]?[PointFields.Slot]?.GetValue<string>() == reading.Slot))
            {
                yield return Read(one!["id"], one["properties"], null, reading);
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1]!["id"]!.GetValue<string>();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsGoneOrHasAsync(
        string collection, PointReading reading, IEnumerable<BirthRange> born, CancellationToken cancellation)
    {
        if (!await HasAsync(collection, cancellation))
        {
            return true;
        }

        foreach (var (after, last) in born)
        {
            var where = And(
                Is(PointFields.Slot, reading.Slot),
                $$"""{path:["{{PointFields.Born}}"],operator:GreaterThan,valueNumber:{{after}}}""",
                $$"""{path:["{{PointFields.Born}}"],operator:LessThanEqual,valueNumber:{{last}}}""");
            if (await GetAsync(collection, $"where:{where},limit:1", "id", cancellation) is { Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Point Point, double Score)>> NearestAsync(
        string collection, PointReading reading, PointQuestion question, CancellationToken cancellation)
    {
        var where = And(
            Is(PointFields.Slot, reading.Slot),
            $$"""{path:["{{PointFields.Born}}"],operator:LessThanEqual,valueNumber:{{question.Generation}}}""",
            $$"""{path:["{{PointFields.Retired}}"],operator:GreaterThan,valueNumber:{{question.Generation}}}""");
        var vector = string.Join(',', question.Vector.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        var found = await GetAsync(
            collection,
            $"nearVector:{{vector:[{vector}]}},where:{where},limit:{question.Limit.ToString(CultureInfo.InvariantCulture)}",
            "id distance",
            cancellation);
        return
        [
            .. found.Select(one => (
                Read(one!["_additional"]!["id"], one, null, reading),
                -one["_additional"]!["distance"]!.GetValue<double>())),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    /// <summary>Asks by GraphQL; all texts in the question are digits, names of our own, or quoted.</summary>
    private async Task<JsonArray> GetAsync(string collection, string arguments, string additional, CancellationToken cancellation)
    {
        var fields = string.Join(' ', PointFields.Texts.Concat(PointFields.Numbers));
        var query = $"{{Get{{{collection}({arguments}){{{fields} _additional{{{additional}}}}}}}}}";
        var answer = await _calls.RequireAsync(HttpMethod.Post, "v1/graphql", new JsonObject { ["query"] = query }, cancellation);
        return answer["errors"] is null
            ? answer["data"]?["Get"]?[collection] as JsonArray ?? []
            : throw _calls.Wrong("an error to a question", null);
    }

    private void Refuse(JsonArray results)
    {
        var refused = results.Select(one => one?["result"])
            .FirstOrDefault(result => result?["errors"] is not null || result?["status"]?.GetValue<string>() == "FAILED");
        if (refused is not null)
        {
            throw _calls.Wrong($"a batch that was taken in part: {refused.ToJsonString()}", null);
        }
    }

    private Point Read(JsonNode? id, JsonNode? fields, JsonNode? vector, PointReading reading)
    {
        try
        {
            return PointFields.Read(id!.GetValue<string>(), fields, vector, reading.Revision);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or NullReferenceException or InvalidOperationException)
        {
            throw _calls.Wrong("an object that Neap did not write", wrong);
        }
    }

    private static string? VersionOf(JsonObject about) =>
        ServerCalls.Text(about, "hostname") is null ? null : ServerCalls.Text(about, "version");

    private static string Is(string field, string value) =>
        $$"""{path:["{{field}}"],operator:Equal,valueText:{{Quoted(value)}}}""";

    private static string And(params string[] conditions) =>
        $$"""{operator:And,operands:[{{string.Join(',', conditions)}}]}""";

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
