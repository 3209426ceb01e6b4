using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Ranks chunks by the words that they and their paths hold, over the server's full text index.</summary>
/// <remarks>
/// The same rule as in the embedded index: words of many chunks say little and cost much, so they do not bring chunks
/// in, they only sort what rarer ones found; a file that is found by its path alone is shown by its first chunk.
/// </remarks>
internal sealed class LexicalSearch(NpgsqlConnection connection, long key, long[] slots)
{
    /// <summary>The best, best first.</summary>
    public async Task<IReadOnlyList<Scored>> RunAsync(
        SearchRequest request,
        Func<Func<int, Func<NpgsqlDataReader, Scored>, Task<List<Scored>>>, Task<IReadOnlyList<Scored>>> take,
        CancellationToken cancellation)
    {
        var words = await WeighAsync(request.Terms, cancellation);
        var named = await new NamedFiles(connection, slots).FindAsync(request, [.. words.Select(word => word.Weight)], cancellation);
        var held = words.Where(word => word.Holders > 0).OrderBy(word => word.Holders).ToArray();
        var bringing = string.Join(" | ", held.Where((word, i) => i == 0 || !word.IsCommon).Select(word => word.Query));
        var inProse = held.Where(word => word.Prose.Length > 0).ToArray();
        string[] queries = [.. held.Select(word => word.Query), .. inProse.Select(word => word.Prose)];
        double[] weights =
            [.. held.Select(word => word.Weight), .. inProse.Select(word => WordWeights.Prose * word.Weight)];
        return await take((limit, read) => connection.ReadAsync(
            $"""
            WITH held AS (
              SELECT w.blob, w.number,
                (SELECT sum(q.weight) FROM unnest($2::text[], $3::float8[]) AS q(word, weight)
                 WHERE w.terms @@ q.word::tsquery) AS score
              FROM {Migrations.Words(key)} w WHERE w.terms @@ $1::text::tsquery),
            named AS (SELECT * FROM unnest($6::bigint[], $7::bytea[], $8::float8[]) AS n(slot, path, weight)),
            scored AS (
              SELECT blob, number, score FROM held UNION ALL
              SELECT DISTINCT f.blob, 0, 0::float8 FROM named n JOIN neap.file f
                ON f.slot = n.slot AND {PathIndex.Head("f.path")} = {PathIndex.Head("n.path")} AND f.path = n.path
              WHERE NOT EXISTS (SELECT FROM held h WHERE h.blob = f.blob))
            SELECT {EntryRows.Columns}, s.score + coalesce(n.weight, 0), f.slot
            FROM scored s JOIN neap.file f ON f.blob = s.blob JOIN neap.blob b ON b.id = s.blob
              JOIN {Migrations.Chunks(key)} c ON c.blob = s.blob AND c.number = s.number
              LEFT JOIN named n ON n.slot = f.slot AND n.path = f.path
            WHERE f.slot = ANY($4) AND s.score + coalesce(n.weight, 0) > 0
            ORDER BY s.score + coalesce(n.weight, 0) DESC, f.path, f.slot, s.number LIMIT $5
            """,
            read, cancellation, bringing, queries, weights, slots, (long)limit, named.Slots, named.Paths, named.Weights));
    }

    /// <summary>The words with their forms, in the order of the question.</summary>
    private async Task<List<Word>> WeighAsync(IReadOnlyList<SearchTerm> terms, CancellationToken cancellation)
    {
        var forms = terms.SelectMany(term => term.Forms).SelectMany(form => new[] { form, WordWeights.ProseMark + form })
            .Distinct(StringComparer.Ordinal).ToDictionary(form => form, Quoted);
        var counted = await connection.ReadAsync(
            $"""
            SELECT q.word, (SELECT count(*) FROM {Migrations.Words(key)} w WHERE w.terms @@ q.word::tsquery),
              (SELECT coalesce(sum(chunks), 0)::bigint FROM neap.blob WHERE made_with = $2)
            FROM unnest($1::text[]) AS q(word)
            """,
            row => (Query: row.GetString(0), Holders: row.GetInt64(1), Total: row.GetInt64(2)),
            cancellation, forms.Values.ToArray(), key);
        var holders = counted.ToDictionary(word => word.Query, word => word.Holders);
        var total = counted.Count > 0 ? counted[0].Total : 0;
        return [.. terms.Select(term => Weigh(Held(term.Forms), Held(term.Forms.Select(form => WordWeights.ProseMark + form))))];

        string[] Held(IEnumerable<string> words) => [.. words.Select(word => forms[word]).Where(query => holders[query] > 0)];

        Word Weigh(string[] plain, string[] prose)
        {
            string[] all = [.. plain, .. prose];
            var sum = all.Sum(query => holders[query]);
            return new Word(
                string.Join(" | ", all), string.Join(" | ", prose), sum, WordWeights.Of(sum, total), WordWeights.IsCommon(sum, total));
        }
    }

    /// <summary>One word as a query: in quotes, in which nothing has a meaning but quotes and backslashes.</summary>
    private static string Quoted(string word) => "'"
        + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <param name="Query">Finds the chunks that hold the word.</param>
    /// <param name="Prose">Finds those that hold it in prose; empty where none does.</param>
    /// <param name="Holders">How many hold it.</param>
    /// <param name="Weight">What it says.</param>
    /// <param name="IsCommon">Whether it says too little to bring chunks in.</param>
    private readonly record struct Word(string Query, string Prose, long Holders, double Weight, bool IsCommon);
}
