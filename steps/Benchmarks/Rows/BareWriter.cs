using System.Diagnostics;
using Benchmarks.Measuring;
using SQLitePCL;

namespace Benchmarks.Rows;

/// <summary>Writes rows and does nothing else: the least that any engine with this format has to pay SQLite.</summary>
internal static class BareWriter
{
    private const int RowsOfTransaction = 1_000;

    /// <summary>Writes them into a new file, closes it, and tells what that took.</summary>
    public static Sample Measure(IndexRows rows, string path)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        using (var target = new Connection(path))
        {
            Prepare(target, rows);
            WriteContent(target, rows);
            InTransaction(target, () => WriteAll(target, rows.Tables["file"], "file"));
        }

        var wall = clock.Elapsed;
        self.Refresh();
        return new Sample(wall, self.TotalProcessorTime - cpu, 0, 0, 0);
    }

    private static void Prepare(Connection target, IndexRows rows)
    {
        target.Execute("PRAGMA page_size=16384");
        target.Execute("PRAGMA synchronous=FULL");
        target.Execute("PRAGMA cache_size=-16384");
        rows.Statements.ForEach(target.Execute);
        target.Execute("PRAGMA journal_mode=WAL");
        target.Execute("PRAGMA wal_autocheckpoint=4000");
    }

    /// <summary>Chunks and their words in step, as an engine has to write them.</summary>
    private static void WriteContent(Connection target, IndexRows rows)
    {
        var blobs = rows.Tables["blob"];
        var chunks = rows.Tables["chunk"];
        var perBlob = (double)blobs.Count / Math.Max(1, chunks.Count);
        var written = 0;
        for (var first = 0; first < chunks.Count; first += RowsOfTransaction)
        {
            var part = chunks.GetRange(first, Math.Min(RowsOfTransaction, chunks.Count - first));
            var last = first + part.Count == chunks.Count ? blobs.Count : (int)((first + part.Count) * perBlob);
            InTransaction(target, () =>
            {
                WriteAll(target, blobs.GetRange(written, last - written), "blob");
                WriteAll(target, part, "chunk");
                WriteTerms(target, rows, part);
            });
            written = last;
        }
    }

    private static void InTransaction(Connection target, Action work)
    {
        target.Execute("BEGIN IMMEDIATE");
        work();
        target.Execute("COMMIT");
    }

    private static void WriteAll(Connection target, List<Value[]> rows, string table)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var places = string.Join(", ", rows[0].Select((_, index) => $"?{index + 1}"));
        using var statement = target.Prepare($"INSERT INTO {table} VALUES({places})");
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i].Bind(statement, i + 1);
            }

            target.Run(statement);
        }
    }

    private static void WriteTerms(Connection target, IndexRows rows, List<Value[]> chunks)
    {
        if (rows.Lexical is null)
        {
            return;
        }

        using var statement = target.Prepare($"INSERT INTO {rows.Lexical}(rowid, terms) VALUES(?1, ?2)");
        foreach (var chunk in chunks)
        {
            if (rows.Terms.TryGetValue(chunk[0].Number, out var terms))
            {
                _ = raw.sqlite3_bind_int64(statement, 1, chunk[0].Number);
                _ = raw.sqlite3_bind_text(statement, 2, terms);
                target.Run(statement);
            }
        }
    }
}
