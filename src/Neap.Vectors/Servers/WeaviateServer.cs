using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
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

    /// <summary>Most objects of an answer with vectors; the server itself stops at 10,000 unless it is told otherwise.</summary>
    private const int Most = 1_000;

    /// <summary>Numbers of chunks that are asked for at once at a path that fills an answer.</summary>
    private const int ChunksAtATime = 256;

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
    public async Task<bool> EnsureAsync(string collection, int dimensions, CancellationToken cancellation)
    {
        if (await HasAsync(collection, cancellation))
        {
            return false; // the length of vectors is part of the name
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
        return true;
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
            Refuse(answer as JsonArray is { } results && results.Count == batch.Length
                ? results
                : throw _calls.Wrong($"no list of {batch.Length} results to a batch of as many", null));
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
            if (ServerCalls.Inside(answer, "results", "failed")?.GetValueKind() != JsonValueKind.Number
                || answer["results"]!["failed"]!.GetValue<double>() > 0)
            {
                throw _calls.Wrong($"a deletion that was not done as a whole: {ServerCalls.Inside(answer, "results")?.ToJsonString()}", null);
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
            if (await AtOnceAsync(collection, reading, [Paths(some)], cancellation) is { } found)
            {
                points.AddRange(found);
                continue;
            }

            foreach (var path in some)
            {
                points.AddRange(await PartsAsync(collection, reading, Paths(path), cancellation));
            }
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
            var page = ServerCalls.Inside(answer, "objects") as JsonArray ?? throw _calls.Wrong("no list of objects", null);
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
    public async Task<bool> AnyAsync(
        string collection, PointReading reading, PointLife life, CancellationToken cancellation)
    {
        var where = And(
            Is(PointFields.Slot, reading.Slot),
            Number(PointFields.Born, "GreaterThan", life.BornAfter),
            Number(PointFields.Born, "LessThanEqual", life.BornLast),
            Number(PointFields.Retired, "GreaterThan", life.RetiredAfter));
        try
        {
            return (await GetAsync(collection, $"where:{where},limit:1", "id", cancellation)).Count > 0;
        }
        catch (NeapException wrong) when (wrong.Kind == FailureKind.BadAnswer)
        {
            if (await HasAsync(collection, cancellation))
            {
                throw;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Point Point, double Score)>> NearestAsync(
        string collection, PointReading reading, PointQuestion question, CancellationToken cancellation)
    {
        var where = And(
            Is(PointFields.Slot, reading.Slot),
            Number(PointFields.Born, "LessThanEqual", question.Generation),
            Number(PointFields.Retired, "GreaterThan", question.Generation));
        var vector = string.Join(',', question.Vector.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        var found = await GetAsync(
            collection,
            $"nearVector:{{vector:[{vector}]}},where:{where},limit:{question.Limit.ToString(CultureInfo.InvariantCulture)}",
            "id distance",
            cancellation);
        return
        [
            .. found.Select(one => (
                Read(Additional(one, "id"), one, null, reading),
                -(Additional(one, "distance")?.GetValue<double>() ?? throw _calls.Wrong("an object without its distance", null)))),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    /// <summary>All points at one path, some numbers of chunks at a time.</summary>
    private async Task<List<Point>> PartsAsync(
        string collection, PointReading reading, string path, CancellationToken cancellation)
    {
        var points = new List<Point>();
        for (var last = -1L; ; last += ChunksAtATime)
        {
            var rest = Number("chunk", "GreaterThan", last);
            if (await GetAsync(collection, $"where:{And(Is(PointFields.Slot, reading.Slot), path, rest)},limit:1", "id", cancellation) is { Count: 0 })
            {
                return points;
            }

            points.AddRange(
                await AtOnceAsync(collection, reading, [path, rest, Number("chunk", "LessThanEqual", last + ChunksAtATime)], cancellation)
                ?? throw _calls.Wrong($"more than {Most} objects for {ChunksAtATime} chunks of a file", null));
        }
    }

    /// <summary>The points that fit conditions; null where an answer does not hold them all.</summary>
    private async Task<IReadOnlyList<Point>?> AtOnceAsync(
        string collection, PointReading reading, string[] conditions, CancellationToken cancellation)
    {
        var where = And([Is(PointFields.Slot, reading.Slot), .. conditions]);
        var found = await GetAsync(collection, $"where:{where},limit:{Most}", "id vector", cancellation);
        return found.Count == Most ? null
            : [.. found.Select(one => Read(Additional(one, "id"), one, Additional(one, "vector"), reading))];
    }

    /// <summary>Asks by GraphQL; all texts in the question are digits, names of our own, or quoted.</summary>
    private async Task<JsonArray> GetAsync(string collection, string arguments, string additional, CancellationToken cancellation)
    {
        var fields = string.Join(' ', PointFields.Texts.Concat(PointFields.Numbers));
        var query = $"{{Get{{{collection}({arguments}){{{fields} _additional{{{additional}}}}}}}}}";
        var answer = await _calls.RequireAsync(HttpMethod.Post, "v1/graphql", new JsonObject { ["query"] = query }, cancellation);
        return ServerCalls.Inside(answer, "errors") is null && ServerCalls.Inside(answer, "data", "Get", collection) is JsonArray found
            ? found
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

    private static JsonNode? Additional(JsonNode? one, string name) => ServerCalls.Inside(one, "_additional", name);

    private static string Number(string field, string comparison, long value) =>
        $$"""{path:["{{field}}"],operator:{{comparison}},valueNumber:{{value}}}""";

    private static string Paths(params IEnumerable<RepoPath> paths) =>
        $$"""{path:["{{PointFields.PathKey}}"],operator:ContainsAny,valueText:[{{string.Join(',', paths.Select(path => Quoted(PointFields.KeyOf(path))))}}]}""";

    private static string And(params string[] conditions) =>
        $$"""{operator:And,operands:[{{string.Join(',', conditions)}}]}""";

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
