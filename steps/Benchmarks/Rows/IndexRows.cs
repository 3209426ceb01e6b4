using System.Text;

namespace Benchmarks.Rows;

/// <summary>The rows of a neap index, in memory.</summary>
/// <remarks>
/// The lexical index keeps no text; its terms are read back from its vocabulary, so a row's terms come in alphabetical
/// order. What has to be written for them is the same.
/// </remarks>
internal sealed class IndexRows
{
    private static readonly string[] Copied = ["blob", "chunk", "file"];

    private IndexRows(Connection index)
    {
        Statements = [.. index.Rows("SELECT sql FROM sqlite_master WHERE name IN ('blob', 'chunk', 'file')")
            .Select(row => Encoding.UTF8.GetString(row[0].Bytes))];
        Tables = Copied.ToDictionary(name => name, name => index.Rows($"SELECT * FROM {name} ORDER BY 1, 2"));
        var lexical = index.Rows("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'");
        if (lexical is [[var name, var sql], ..])
        {
            Lexical = Encoding.UTF8.GetString(name.Bytes);
            Statements.Add(Encoding.UTF8.GetString(sql.Bytes));
            Statements.AddRange(
                from row in index.Rows($"SELECT k, v FROM {Lexical}_config WHERE k<>'version'")
                let setting = Encoding.UTF8.GetString(row[0].Bytes)
                select $"INSERT INTO {Lexical}({Lexical}, rank) VALUES('{setting}', {row[1].Number})");
            ReadTerms(index);
        }
    }

    /// <summary>What makes the tables.</summary>
    public List<string> Statements { get; }

    /// <summary>The rows of each table.</summary>
    public Dictionary<string, List<Value[]>> Tables { get; }

    /// <summary>Name of the lexical table; null where there is none.</summary>
    public string? Lexical { get; }

    /// <summary>The terms of each chunk.</summary>
    public Dictionary<long, byte[]> Terms { get; } = [];

    /// <summary>Reads an index.</summary>
    public static IndexRows Read(string store)
    {
        using var index = new Connection(store);
        return new IndexRows(index);
    }

    private void ReadTerms(Connection index)
    {
        index.Execute($"CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '{Lexical}', 'instance')");
        var texts = new Dictionary<long, MemoryStream>();
        foreach (var row in index.Rows("SELECT doc, term FROM temp.words"))
        {
            if (!texts.TryGetValue(row[0].Number, out var text))
            {
                texts.Add(row[0].Number, text = new MemoryStream());
            }

            text.Write(row[1].Bytes);
            text.WriteByte((byte)' ');
        }

        foreach (var (chunk, text) in texts)
        {
            Terms.Add(chunk, text.ToArray());
        }
    }
}
