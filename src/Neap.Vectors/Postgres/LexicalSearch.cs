using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Ranks chunks by the words they hold: BM25 with each word counted once a chunk, over the server's full text index.</summary>
/// <remarks>
/// The same rule as in the embedded index: words of many chunks say little and cost much, so they do not bring chunks
/// in, they only sort what rarer ones found.
/// </remarks>
internal sealed class LexicalSearch(NpgsqlConnection connection, long key, long[] slots)
{
    private const long LeastCommon = 4096;
    private const long CommonShare = 16;

    /// <summary>The best, best first.</summary>
    public async Task<IReadOnlyList<Scored>> RunAsync(
        IReadOnlyList<string> terms,
        Func<Func<int, Func<NpgsqlDataReader, Scored>, Task<List<Scored>>>, Task<IReadOnlyList<Scored>>> take,
        CancellationToken cancellation)
    {
        var words = await WeighAsync([.. terms.Distinct(StringComparer.Ordinal).Select(Quoted)], cancellation);
        if (words.Count == 0)
        {
            return [];
        }

        var bringing = string.Join(" | ", words.Where(word => word.Brings).Select(word => word.Query));
        string[] queries = [.. words.Select(word => word.Query)];
        double[] weights = [.. words.Select(word => word.Weight)];
        return await take((limit, read) => connection.ReadAsync(
            $"""
            WITH scored AS (
              SELECT w.blob, w.number,
                (SELECT sum(q.weight) FROM unnest($2::text[], $3::float8[]) AS q(word, weight)
                 WHERE w.terms @@ q.word::tsquery) AS score
              FROM {Migrations.Words(key)} w WHERE w.terms @@ $1::text::tsquery)
            SELECT {EntryRows.Columns}, s.score, f.slot
            FROM scored s JOIN neap.file f ON f.blob = s.blob JOIN neap.blob b ON b.id = s.blob
              JOIN {Migrations.Chunks(key)} c ON c.blob = s.blob AND c.number = s.number
            WHERE f.slot = ANY($4) ORDER BY s.score DESC, f.path, f.slot, s.number LIMIT $5
            """,
            read, cancellation, bringing, queries, weights, slots, (long)limit));
    }

    /// <summary>The words that the index holds, rarest first.</summary>
    private async Task<List<Word>> WeighAsync(string[] queries, CancellationToken cancellation)
    {
        var held = await connection.ReadAsync(
            $"""
            SELECT q.word, (SELECT count(*) FROM {Migrations.Words(key)} w WHERE w.terms @@ q.word::tsquery),
              (SELECT coalesce(sum(chunks), 0)::bigint FROM neap.blob WHERE made_with = $2)
            FROM unnest($1::text[]) AS q(word)
            """,
            row => (Query: row.GetString(0), Holders: row.GetInt64(1), Total: row.GetInt64(2)),
            cancellation, queries, key);
        var words = new List<Word>();
        foreach (var (query, holders, total) in held.Where(word => word.Holders > 0).OrderBy(word => word.Holders))
        {
            var weight = Math.Log(1 + ((Math.Max(total, holders) - holders + 0.5) / (holders + 0.5)));
            words.Add(new Word(query, weight, words.Count == 0 || holders <= Math.Max(LeastCommon, total / CommonShare)));
        }

        return words;
    }

    /// <summary>One word as a query: in quotes, in which nothing has a meaning but quotes and backslashes.</summary>
    private static string Quoted(string word) => "'"
        + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    private readonly record struct Word(string Query, double Weight, bool Brings);
}
