using System.Globalization;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Ranks visible chunks by the inner product with a question, which for unit vectors is the cosine.</summary>
/// <remarks>
/// The inner product of a vector of zeros is zero; its cosine would not be a number. The server decides by cost whether
/// it walks the graph of neighbours or compares every vector; where the graph ends before enough is found, every vector
/// is compared. It does not count what it costs to fetch long vectors, so there the shorter way is chosen here. A graph
/// over halves only finds: the score is that of the vectors themselves.
/// </remarks>
internal sealed class SemanticSearch(NpgsqlConnection connection, long key, long[] slots)
{
    private const int MostCandidates = 1_000;

    /// <summary>The best, best first.</summary>
    public async Task<IReadOnlyList<Scored>> RunAsync(
        ReadOnlyMemory<float> vector,
        Func<Func<int, Func<NpgsqlDataReader, Scored>, Task<List<Scored>>>, Task<IReadOnlyList<Scored>>> take,
        CancellationToken cancellation)
    {
        await connection.RunAsync(
            """
            SELECT set_config('hnsw.iterative_scan', 'strict_order', true),
              set_config('hnsw.max_scan_tuples', '2000000000', true), set_config('enable_indexscan', 'on', true)
            """,
            cancellation);
        var compared = await ComparedAsync(vector.Length, cancellation);
        return await take((limit, read) => AskAsync(compared, vector.ToArray(), limit, read, cancellation));
    }

    private async Task<Compared> ComparedAsync(int dimensions, CancellationToken cancellation) =>
        Compared.ByGraph(dimensions) is { } graph
            && (graph == Compared.Exactly
                || await LaterIndex.IsWholeAsync(connection, Migrations.Neighbours(key), cancellation) == true)
            ? graph
            : Compared.Exactly;

    /// <summary>A walk passes what other slots show as well, until it has found enough.</summary>
    private async Task<bool> IsWalkShorterAsync(int limit, CancellationToken cancellation)
    {
        var all = await connection.ScalarAsync<double>(
            $"SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = '{Migrations.Chunks(key)}'::regclass", cancellation);
        var visible = await VisibleAsync(cancellation);
        return limit * all < (double)visible * visible;
    }

    private async Task<List<Scored>> AskAsync(
        Compared compared, float[] vector, int limit, Func<NpgsqlDataReader, Scored> read, CancellationToken cancellation)
    {
        await connection.RunAsync(
            "SELECT set_config('hnsw.ef_search', $1, true)",
            cancellation, Math.Clamp(limit, 1, MostCandidates).ToString(CultureInfo.InvariantCulture));
        if (compared.IsFar)
        {
            var walks = await IsWalkShorterAsync(limit, cancellation);
            await connection.RunAsync("SELECT set_config('enable_sort', $1, true)", cancellation, walks ? "off" : "on");
            compared = walks ? compared : Compared.Exactly;
        }

        var found = await NearestAsync(compared, vector, limit, read, cancellation);
        if (found.Count < limit && found.Count < await VisibleAsync(cancellation))
        {
            await connection.RunAsync("SELECT set_config('enable_indexscan', 'off', true)", cancellation);
            found = await NearestAsync(Compared.Exactly, vector, limit, read, cancellation);
        }

        return found;
    }

    private Task<List<Scored>> NearestAsync(
        Compared compared, float[] vector, int limit, Func<NpgsqlDataReader, Scored> read, CancellationToken cancellation) =>
        connection.ReadAsync(
            $"""
            SELECT {EntryRows.Columns}, -(c.vec <#> $1::real[]::vector), f.slot
            FROM {Migrations.Chunks(key)} c JOIN neap.file f ON f.blob = c.blob JOIN neap.blob b ON b.id = c.blob
            WHERE f.slot = ANY($2) ORDER BY {compared.Column} <#> $1::real[]::{compared.Type} LIMIT $3
            """,
            read, cancellation, vector, slots, (long)limit);

    private async Task<long> VisibleAsync(CancellationToken cancellation) => await connection.ScalarAsync<long>(
        """
        SELECT coalesce(sum(b.chunks), 0)::bigint FROM neap.file f JOIN neap.blob b ON b.id = f.blob
        WHERE f.slot = ANY($1)
        """,
        cancellation, slots);
}
