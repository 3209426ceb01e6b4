using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Servers;

/// <summary>Qdrant over its REST interface, as published for version 1.19.</summary>
/// <remarks>Vectors are compared by their inner product: by cosine the server would change them to unit length.</remarks>
internal sealed class QdrantServer(StoreAddress.Server address, TimeProvider clock) : IPointServer
{
    private const string Name = "Qdrant";
    private const int Page = 256;
    private const int Batch = 256;

    /// <summary>Its release notes bring the call <c>points/query</c>.</summary>
    private static readonly Version Oldest = new(1, 10);

    /// <summary>Fields that questions are limited by.</summary>
    private static readonly (string Field, string Schema)[] Indexed =
    [
        (PointFields.Slot, "keyword"), (PointFields.PathKey, "keyword"), (PointFields.Born, "integer"), (PointFields.Retired, "integer"),
    ];

    private readonly ServerCalls _calls = new(address, clock) { Authorization = _ => null, KeyHeader = "api-key" };

    /// <inheritdoc/>
    /// <remarks>It introduces itself to everybody; the names of collections it tells only to who has the key.</remarks>
    public async Task<ServerAbout> AboutAsync(CancellationToken cancellation)
    {
        var version = await _calls.VersionAsync(Name, "", VersionOf, cancellation);
        return await _calls.AskAsync(HttpMethod.Get, "collections", null, cancellation) is not null
            ? new ServerAbout(Name, version, Oldest)
            : throw _calls.Another(Name, null);
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string collection, CancellationToken cancellation) =>
        await _calls.AskAsync(HttpMethod.Get, $"collections/{collection}", null, cancellation) is not null;

    /// <inheritdoc/>
    public async Task<bool> EnsureAsync(string collection, int dimensions, CancellationToken cancellation)
    {
        var known = await _calls.AskAsync(HttpMethod.Get, $"collections/{collection}", null, cancellation);
        if (known is not null)
        {
            var size = ServerCalls.Inside(known, "result", "config", "params", "vectors", "size")?.GetValue<int>();
            if (size != dimensions)
            {
                throw _calls.Wrong($"a collection {collection} of {size} dimensions instead of {dimensions}", null);
            }
        }
        else
        {
            await _calls.MakeAsync(
                (HttpMethod.Put, $"collections/{collection}"),
                $"collections/{collection}",
                new JsonObject { ["vectors"] = new JsonObject { ["size"] = dimensions, ["distance"] = "Dot" } },
                cancellation);
        }

        var indexed = ServerCalls.Inside(known, "result", "payload_schema") as JsonObject;
        foreach (var (field, schema) in Indexed.Where(pair => indexed?.ContainsKey(pair.Field) != true))
        {
            Done(await _calls.RequireAsync(
                HttpMethod.Put,
                $"collections/{collection}/index?wait=true",
                new JsonObject { ["field_name"] = field, ["field_schema"] = schema },
                cancellation));
        }

        return known is null;
    }

    /// <inheritdoc/>
    public async Task UpsertAsync(string collection, IReadOnlyList<Point> points, CancellationToken cancellation)
    {
        foreach (var batch in points.Chunk(Batch))
        {
            var list = new JsonArray([.. batch.Select(point => (JsonNode)new JsonObject
            {
                ["id"] = point.Id.ToString(),
                ["vector"] = PointFields.Vector(point.Entry.Vector.Span),
                ["payload"] = PointFields.Write(point),
            })]);
            Done(await _calls.RequireAsync(
                HttpMethod.Put, $"collections/{collection}/points?wait=true", new JsonObject { ["points"] = list }, cancellation));
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string collection, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var batch in ids.Chunk(Batch))
        {
            var list = new JsonArray([.. batch.Select(id => (JsonNode)id.ToString())]);
            Done(await _calls.RequireAsync(
                HttpMethod.Post, $"collections/{collection}/points/delete?wait=true", new JsonObject { ["points"] = list }, cancellation));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Point>> AtAsync(
        string collection, PointReading reading, IReadOnlyList<RepoPath> paths, CancellationToken cancellation)
    {
        var keys = new JsonArray([.. paths.Select(path => (JsonNode)PointFields.KeyOf(path))]);
        var filter = new JsonArray(
            Match(PointFields.Slot, reading.Slot),
            new JsonObject { ["key"] = PointFields.PathKey, ["match"] = new JsonObject { ["any"] = keys } });
        var points = new List<Point>();
        await foreach (var point in ScrollAsync(collection, reading, filter, withVectors: true, cancellation))
        {
            points.Add(point);
        }

        return points;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Point> AllAsync(string collection, PointReading reading, CancellationToken cancellation) =>
        ScrollAsync(collection, reading, new JsonArray(Match(PointFields.Slot, reading.Slot)), withVectors: false, cancellation);

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(
        string collection, PointReading reading, PointLife life, CancellationToken cancellation)
    {
        var filter = new JsonArray(
            Match(PointFields.Slot, reading.Slot),
            Range(PointFields.Born, new JsonObject { ["gt"] = life.BornAfter, ["lte"] = life.BornLast }),
            Range(PointFields.Retired, new JsonObject { ["gt"] = life.RetiredAfter }));
        var answer = await _calls.AskAsync(
            HttpMethod.Post,
            $"collections/{collection}/points/scroll",
            new JsonObject { ["filter"] = new JsonObject { ["must"] = filter }, ["limit"] = 1, ["with_payload"] = false },
            cancellation);
        return answer is not null && PointsOf(answer).Count > 0;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Point Point, double Score)>> NearestAsync(
        string collection, PointReading reading, PointQuestion question, CancellationToken cancellation)
    {
        var filter = new JsonArray(
            Match(PointFields.Slot, reading.Slot),
            Range(PointFields.Born, new JsonObject { ["lte"] = question.Generation }),
            Range(PointFields.Retired, new JsonObject { ["gt"] = question.Generation }));
        var answer = await _calls.RequireAsync(
            HttpMethod.Post,
            $"collections/{collection}/points/query",
            new JsonObject
            {
                ["query"] = PointFields.Vector(question.Vector.Span),
                ["filter"] = new JsonObject { ["must"] = filter },
                ["limit"] = question.Limit,
                ["with_payload"] = true,
            },
            cancellation);
        return [.. PointsOf(answer).Select(point => (Read(point, reading), point!["score"]!.GetValue<double>()))];
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    private async IAsyncEnumerable<Point> ScrollAsync(
        string collection, PointReading reading, JsonArray filter, bool withVectors,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        JsonNode? next = null;
        do
        {
            var question = new JsonObject
            {
                ["filter"] = new JsonObject { ["must"] = filter.DeepClone() },
                ["limit"] = Page,
                ["with_payload"] = true,
                ["with_vector"] = withVectors,
            };
            if (next is not null)
            {
                question["offset"] = next.DeepClone();
            }

            var answer = await _calls.RequireAsync(HttpMethod.Post, $"collections/{collection}/points/scroll", question, cancellation);
            foreach (var point in PointsOf(answer))
            {
                yield return Read(point, reading);
            }

            next = ServerCalls.Inside(answer, "result", "next_page_offset");
        }
        while (next is not null);
    }

    private Point Read(JsonNode? point, PointReading reading)
    {
        try
        {
            return PointFields.Read(point!["id"]!.GetValue<string>(), point["payload"], point["vector"], reading.Revision);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or NullReferenceException or InvalidOperationException)
        {
            throw _calls.Wrong("a point that Neap did not write", wrong);
        }
    }

    private static string? VersionOf(JsonObject about) =>
        ServerCalls.Text(about, "title")?.Contains(Name, StringComparison.OrdinalIgnoreCase) == true ? ServerCalls.Text(about, "version") : null;

    /// <summary>The server says that it has done what it was told.</summary>
    private void Done(JsonNode answer)
    {
        if (ServerCalls.Inside(answer, "status")?.ToString() != "ok")
        {
            throw _calls.Wrong("neither yes nor no to what it was told", null);
        }
    }

    private JsonArray PointsOf(JsonNode answer) =>
        ServerCalls.Inside(answer, "result", "points") as JsonArray ?? throw _calls.Wrong("no list of points", null);

    private static JsonObject Range(string field, JsonObject range) => new() { ["key"] = field, ["range"] = range };

    private static JsonObject Match(string field, string value) =>
        new() { ["key"] = field, ["match"] = new JsonObject { ["value"] = value } };
}
