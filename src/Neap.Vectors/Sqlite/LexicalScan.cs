using System.Runtime.InteropServices;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Ranks chunks by the words that they and their paths hold.</summary>
/// <remarks>
/// Words of many chunks say little and cost much, so they do not bring chunks in: they only sort what rarer ones found.
/// A file that is found by its path alone is shown by its first chunk, and not at all where it has none.
/// </remarks>
internal sealed class LexicalScan(Database database, VisibleFiles files, long key)
{
    private readonly Dictionary<long, double> _scores = [];

    /// <summary>Offers every visible chunk that holds one of the words, common ones aside, and every file whose path does.</summary>
    public void Run(SearchRequest request, TopList top, CancellationToken cancellation)
    {
        var total = ChunkCount();
        var words = Weigh(request.Terms, total);
        var rare = "";
        foreach (var word in words.Where(word => word.Holders > 0).OrderBy(word => word.Holders))
        {
            cancellation.ThrowIfCancellationRequested();
            var among = "";
            if (rare.Length == 0 || !WordWeights.IsCommon(word.Holders, total))
            {
                rare = rare.Length == 0 ? word.Query : $"{rare} OR {word.Query}";
            }
            else
            {
                among = $"({rare}) AND ";
            }

            AddHolders($"{among}({word.Query})", word.Weight);
            if (word.Prose.Length > 0)
            {
                AddHolders($"{among}({word.Prose})", WordWeights.Prose * word.Weight);
            }
        }

        Offer(PathScores(request.Paths, [.. words.Select(word => word.Weight)]), top);
    }

    private void Offer(Dictionary<int, double> paths, TopList top)
    {
        var found = new HashSet<long>();
        foreach (var (id, score) in _scores)
        {
            var blob = id >> Schema.OrdinalBits;
            found.Add(blob);
            for (var row = files.Seek(blob, 0); row < files.Count && files.Blob(row) == blob; row++)
            {
                top.OfferAt(id, row, score + paths.GetValueOrDefault(row));
            }
        }

        using var chunk = database.Prepare("SELECT 1 FROM chunk WHERE id=?1");
        foreach (var (row, score) in paths.Where(path => !found.Contains(files.Blob(path.Key))))
        {
            var first = files.Blob(row) << Schema.OrdinalBits;
            if (chunk.Bind(1, first).Step())
            {
                top.OfferAt(first, row, score);
            }

            chunk.Reset();
        }
    }

    private Dictionary<int, double> PathScores(PathReader paths, IReadOnlyList<double> weights)
    {
        var scores = new Dictionary<int, double>();
        for (var row = 0; row < files.Count; row++)
        {
            if (paths(files.PathBytes(row)) is var words && words != default)
            {
                scores.Add(row, WordWeights.Of(words, weights));
            }
        }

        return scores;
    }

    /// <summary>The words with their forms as a query, in the order of the question.</summary>
    private List<Word> Weigh(IReadOnlyList<SearchTerm> terms, long total)
    {
        var table = Schema.LexicalTable(key);
        database.Execute($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_{key} USING fts5vocab(main, {table}, row)");
        using var row = database.Prepare($"SELECT doc FROM temp.words_{key} WHERE term=?1");
        var words = new List<Word>();
        foreach (var term in terms)
        {
            var marked = term.Forms.Select(form => WordWeights.ProseMark + form);
            var (plain, plainHolders) = Known(row, term.Forms);
            var (prose, proseHolders) = Known(row, marked);
            var holders = plainHolders + proseHolders;
            words.Add(new Word(Any([.. plain, .. prose]), Any(prose), holders, WordWeights.Of(holders, total)));
        }

        return words;
    }

    /// <summary>The terms that any chunk holds, and how many chunks hold each, in all.</summary>
    private static (List<string> Terms, long Holders) Known(Statement row, IEnumerable<string> terms)
    {
        var (known, holders) = (new List<string>(), 0L);
        foreach (var term in terms)
        {
            if (row.Bind(1, term).Step())
            {
                known.Add(term);
                holders += row.Integer(0);
            }

            row.Reset();
        }

        return (known, holders);
    }

    private static string Any(IReadOnlyList<string> terms) =>
        string.Join(" OR ", terms.Select(term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private void AddHolders(string query, double weight)
    {
        using var rows = database.Prepare($"SELECT rowid FROM {Schema.LexicalTable(key)}(?1)");
        rows.Bind(1, query);
        for (var file = 0; rows.Step();)
        {
            var id = rows.Integer(0);
            var blob = id >> Schema.OrdinalBits;
            file = files.Seek(blob, file);
            if (file == files.Count)
            {
                return;
            }

            if (files.Blob(file) == blob)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_scores, id, out _) += weight;
            }
        }
    }

    private long ChunkCount()
    {
        using var row = database.Prepare("SELECT chunks FROM content_key WHERE id=?1");
        return row.Bind(1, key).Step() ? row.Integer(0) : 0;
    }

    /// <param name="Query">Finds the chunks that hold the word.</param>
    /// <param name="Prose">Finds those that hold it in prose; empty where none does.</param>
    /// <param name="Holders">How many hold it.</param>
    /// <param name="Weight">What it says.</param>
    private readonly record struct Word(string Query, string Prose, long Holders, double Weight);
}
