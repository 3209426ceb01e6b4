using System.Runtime.InteropServices;

namespace Neap.Vectors.Sqlite;

/// <summary>Ranks chunks by the words they hold: BM25 with each word counted once a chunk.</summary>
/// <remarks>
/// The lexical index knows which chunks hold a word, not how often; for chunks of similar length that changes little.
/// Words of many chunks say little and cost much, so they do not bring chunks in: they only sort what rarer ones found.
/// </remarks>
internal sealed class LexicalScan
{
    /// <summary>A word that more chunks hold than this is common.</summary>
    private const int LeastCommon = 4096;

    /// <summary>In a large index, a word is common when more than one chunk in so many holds it.</summary>
    private const int CommonShare = 16;

    private readonly Database _database;
    private readonly VisibleFiles _files;
    private readonly long _key;

    public LexicalScan(Database database, VisibleFiles files, long key) =>
        (_database, _files, _key) = (database, files, key);

    /// <summary>Offers every visible chunk that holds one of the words, common ones aside.</summary>
    public void Run(IReadOnlyList<string> terms, TopList top, CancellationToken cancellation)
    {
        var total = ChunkCount();
        var ceiling = Math.Max(LeastCommon, total / CommonShare);
        var scores = new Dictionary<long, double>();
        var rare = "";
        foreach (var word in Weigh(terms, total))
        {
            cancellation.ThrowIfCancellationRequested();
            if (word.Holders <= ceiling || rare.Length == 0)
            {
                AddHolders(word.Query, word.Weight, scores);
                rare = rare.Length == 0 ? word.Query : $"{rare} OR {word.Query}";
            }
            else
            {
                AddHolders($"({rare}) AND {word.Query}", word.Weight, scores);
            }
        }

        foreach (var (id, score) in scores)
        {
            top.Offer(id, _files.Seek(id >> Schema.OrdinalBits, 0), score);
        }
    }

    /// <summary>The words that the index holds, rarest first.</summary>
    private IEnumerable<Word> Weigh(IReadOnlyList<string> terms, long total)
    {
        var table = Schema.LexicalTable(_key);
        _database.Execute($"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_{_key} USING fts5vocab(main, {table}, row)");
        using var row = _database.Prepare($"SELECT doc FROM temp.words_{_key} WHERE term=?1");
        var words = new List<Word>();
        foreach (var term in terms.Distinct(StringComparer.Ordinal))
        {
            if (row.Bind(1, term).Step())
            {
                var holders = row.Integer(0);
                var weight = Math.Log(1 + ((Math.Max(total, holders) - holders + 0.5) / (holders + 0.5)));
                words.Add(new Word('"' + term.Replace("\"", "\"\"", StringComparison.Ordinal) + '"', holders, weight));
            }

            row.Reset();
        }

        return words.OrderBy(word => word.Holders);
    }

    private void AddHolders(string query, double weight, Dictionary<long, double> scores)
    {
        using var rows = _database.Prepare($"SELECT rowid FROM {Schema.LexicalTable(_key)}(?1)");
        rows.Bind(1, query);
        for (var file = 0; rows.Step();)
        {
            var id = rows.Integer(0);
            var blob = id >> Schema.OrdinalBits;
            file = _files.Seek(blob, file);
            if (file == _files.Count)
            {
                return;
            }

            if (_files.Blob(file) == blob)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, id, out _) += weight;
            }
        }
    }

    private long ChunkCount()
    {
        using var row = _database.Prepare("SELECT chunks FROM content_key WHERE id=?1");
        return row.Bind(1, _key).Step() ? row.Integer(0) : 0;
    }

    private readonly record struct Word(string Query, long Holders, double Weight);
}
