using System.Buffers.Binary;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The table <c>staged_line</c>, inside a transaction of the caller.</summary>
internal static class StagedRows
{
    private const int PrintBytes = 16;

    /// <summary>The number of a run.</summary>
    /// <exception cref="InvalidOperationException">It was never begun.</exception>
    public static long NumberOf(Database database, string runId)
    {
        var row = database.Shared("SELECT number FROM sync_runs WHERE run_id=?1").Bind(1, runId);
        var number = row.Step() ? row.Integer(0) : throw new InvalidOperationException($"Run {runId} was never begun.");
        row.Reset();
        return number;
    }

    /// <summary>Keeps lines; one that is kept already is replaced.</summary>
    public static void Keep(Database database, StagedLines lines)
    {
        var run = NumberOf(database, lines.Outcomes.RunId);
        var forget = database.Shared("DELETE FROM staged_line WHERE run=?1 AND line=?2").Bind(1, run);
        foreach (var line in lines.Files)
        {
            forget.Bind(2, line.Number).Run();
            Keep(database, run, line);
        }

        LineWriter.Note(database, lines.Outcomes);
    }

    /// <summary>A run's last word about each path, in byte order of the paths.</summary>
    /// <remarks>With <c>max</c>, SQLite takes the other columns from the row that has it.</remarks>
    public static IEnumerable<StagedFile> LastWords(Database database, long run)
    {
        using var row = database.Prepare(
            """
            SELECT path, oid, mode, skip, line, max(line * 2 + part) FROM staged_line
            WHERE run=?1 AND path IS NOT NULL GROUP BY path ORDER BY path
            """);
        row.Bind(1, run);
        while (row.Step())
        {
            yield return new StagedFile(row.Integer(4), Read(row));
        }
    }

    /// <summary>The fingerprints of the lines between two numbers.</summary>
    public static IReadOnlyDictionary<long, UInt128> Prints(Database database, string runId, long first, long last)
    {
        using var row = database.Prepare(
            "SELECT line, print FROM staged_line WHERE run=?1 AND line BETWEEN ?2 AND ?3 AND part=0");
        row.Bind(1, NumberOf(database, runId)).Bind(2, first).Bind(3, last);
        var prints = new Dictionary<long, UInt128>();
        while (row.Step())
        {
            prints[row.Integer(0)] = BinaryPrimitives.ReadUInt128LittleEndian(row.Bytes(1));
        }

        return prints;
    }

    /// <summary>Forgets what belongs to runs that are over.</summary>
    public static void ForgetFinished(Database database) => database.Shared(
        """
        DELETE FROM staged_line WHERE run NOT IN (
          SELECT number FROM sync_runs WHERE status <> 'completed' AND abandoned_at IS NULL)
        """).Run();

    /// <summary>Forgets what a run has kept from a line on, in the ledger too, as if those lines had never come.</summary>
    public static void Unstage(Database database, string runId, long fromLine)
    {
        var run = NumberOf(database, runId);
        var skipped = Count(database, run, fromLine, SkippedFrom);
        var done = Count(database, run, fromLine, "SELECT count(*) FROM line WHERE id BETWEEN (?1 << 40) + ?2 AND (?1 << 40) + 1099511627775");
        var failed = Count(
            database, run, fromLine,
            "SELECT count(*) FROM failed_lines WHERE run_id=(SELECT run_id FROM sync_runs WHERE number=?1) AND line_number >= ?2");
        database.Shared("DELETE FROM line WHERE id BETWEEN ?1 AND ?2")
            .Bind(1, (run << Schema.LineBits) + fromLine).Bind(2, (run << Schema.LineBits) + Schema.LineMask).Run();
        database.Shared("DELETE FROM failed_lines WHERE run_id=?1 AND line_number >= ?2").Bind(1, runId).Bind(2, fromLine).Run();
        database.Shared(
            """
            UPDATE sync_runs SET processed_lines=processed_lines-?2-?3-?4, success_count=success_count-?2,
              error_count=error_count-?3, skipped_count=skipped_count-?4 WHERE number=?1
            """).Bind(1, run).Bind(2, done).Bind(3, failed).Bind(4, skipped).Run();
        database.Shared("DELETE FROM staged_line WHERE run=?1 AND line >= ?2").Bind(1, run).Bind(2, fromLine).Run();
    }

    /// <summary>Opens the newest run of a slot again that kept lines and did not publish them.</summary>
    public static string? Reopen(Database database, Slot slot, ContentKey key, int processId)
    {
        using var row = database.Prepare(
            """
            SELECT number, run_id FROM sync_runs run
            WHERE collection_name=?1 AND repository=?2 AND ref=?3 AND input_source='stdin' AND status <> 'completed'
              AND abandoned_at IS NULL AND EXISTS (SELECT 1 FROM staged_line WHERE staged_line.run=run.number)
            ORDER BY number DESC LIMIT 1
            """);
        row.Bind(1, slot.Collection).Bind(2, slot.Repository).Bind(3, slot.Ref);
        if (!row.Step())
        {
            return null;
        }

        var (run, id) = (row.Integer(0), row.Text(1));
        ForgetUnknown(database, run, ContentKeys.Find(database, key) ?? 0);
        database.Shared("UPDATE sync_runs SET status='running', completed_at=NULL, process_id=?2 WHERE number=?1")
            .Bind(1, run).Bind(2, processId).Run();
        return id;
    }

    private const string SkippedFrom =
        """
        SELECT count(DISTINCT line) FROM staged_line s WHERE run=?1 AND line >= ?2
          AND NOT EXISTS (SELECT 1 FROM line WHERE id=(?1 << 40) + s.line)
          AND NOT EXISTS (SELECT 1 FROM failed_lines f JOIN sync_runs r ON r.run_id=f.run_id
            WHERE r.number=?1 AND f.line_number=s.line)
        """;

    private static long Count(Database database, long run, long fromLine, string sql)
    {
        using var row = database.Prepare(sql);
        return row.Bind(1, run).Bind(2, fromLine).Step() ? row.Integer(0) : 0;
    }

    /// <summary>
    /// Content that nobody shows may have been removed in between; its lines have to be read again. Lines that are done or
    /// failed have entries of their own and are not counted again; for those left out the staged line was the only one.
    /// </summary>
    private static void ForgetUnknown(Database database, long run, long key)
    {
        using var skipped = database.Prepare($"{SkippedFrom} AND line IN ({Unknown})");
        var count = skipped.Bind(1, run).Bind(2, 0).Bind(3, key).Step() ? skipped.Integer(0) : 0;
        database.Shared("UPDATE sync_runs SET processed_lines=processed_lines-?2, skipped_count=skipped_count-?2 WHERE number=?1")
            .Bind(1, run).Bind(2, count).Run();
        database.Shared($"DELETE FROM staged_line WHERE run=?1 AND line IN ({Unknown})").Bind(1, run).Bind(3, key).Run();
    }

    private const string Unknown =
        """
        SELECT line FROM staged_line u WHERE run=?1 AND oid IS NOT NULL AND skip IS NULL
          AND NOT EXISTS (SELECT 1 FROM blob WHERE key=?3 AND blob.oid=u.oid)
        """;

    private static void Keep(Database database, long run, StagedLine line)
    {
        Span<byte> print = stackalloc byte[PrintBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(print, line.Fingerprint);
        var row = database.Shared(
            "INSERT INTO staged_line(run, line, part, print, path, oid, mode, skip) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, run).Bind(2, line.Number).Bind(4, print);
        for (var part = 0; part < Math.Max(1, line.Changes.Count); part++)
        {
            row.Bind(3, part).BindNull(5).BindNull(6).BindNull(7).BindNull(8);
            Bind(row, line.Changes.ElementAtOrDefault(part));
            row.Run();
        }
    }

    private static void Bind(Statement row, FileMapChange? change)
    {
        if (change is not null)
        {
            row.Bind(5, change.Path.Bytes);
        }

        if (change is FileMapChange.Put put)
        {
            row.Bind(6, put.Blob.Value.Bytes).BindUtf8(7, Words.Of(put.Mode));
            _ = put.Skip is { } reason ? row.BindUtf8(8, Words.Of(reason)) : row;
        }
    }

    private static FileMapChange Read(Statement row)
    {
        var path = RepoPath.FromGit(row.Bytes(0));
        return row.IsNull(1)
            ? new FileMapChange.Remove(path)
            : new FileMapChange.Put(
                path,
                new BlobId(ObjectId.FromBytes(row.Bytes(1))),
                Words.ReadMode(row.Bytes(2)),
                row.IsNull(3) ? null : Words.ReadSkipReason(row.Bytes(3)));
    }
}
