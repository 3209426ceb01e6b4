using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The table <c>staged_line</c>, inside a transaction of the caller.</summary>
internal static class StagedRows
{
    private const int PrintBytes = 16;
    private const string NumberOfRun = "(SELECT number FROM neap.sync_runs WHERE run_id = $1)";

    /// <summary>Keeps lines and notes what became of them; lines that are kept already are replaced.</summary>
    public static async Task<long> KeepAsync(NpgsqlConnection connection, StagedLines lines, CancellationToken cancellation)
    {
        // Lines that are lost with the server's power are read again; whatever they count on was written before them.
        await connection.RunAsync("SET LOCAL synchronous_commit = off", cancellation);
        if (!await LineRows.IsNewAsync(connection, lines.Outcomes.RunId, LastOf(lines), cancellation))
        {
            return 0;
        }

        var rows = lines.Files.SelectMany(RowsOf).ToArray();
        await connection.RunAsync(
            $"DELETE FROM neap.staged_line WHERE run = {NumberOfRun} AND line = ANY($2)",
            cancellation, lines.Outcomes.RunId, lines.Files.Select(line => line.Number).ToArray());
        await connection.RunAsync(
            $"""
            INSERT INTO neap.staged_line(run, line, part, print, path, oid, mode, skip)
            SELECT {NumberOfRun}, s.line, s.part, s.print, s.path, s.oid, s.mode, s.skip
            FROM unnest($2::bigint[], $3::integer[], $4::bytea[], $5::bytea[], $6::bytea[], $7::text[], $8::text[])
              AS s(line, part, print, path, oid, mode, skip)
            """,
            cancellation,
            lines.Outcomes.RunId,
            rows.Select(row => row.Line.Number).ToArray(),
            rows.Select(row => row.Part).ToArray(),
            rows.Select(row => PrintOf(row.Line)).ToArray(),
            rows.Select(row => row.Change?.Path.Bytes.ToArray()).ToArray(),
            rows.Select(row => row.Put?.Blob.Value.Bytes.ToArray()).ToArray(),
            rows.Select(row => row.Put is { } put ? Names.Of(put.Mode) : null).ToArray(),
            rows.Select(row => row.Put?.Skip is { } reason ? Names.Of(reason) : null).ToArray());
        return await LineRows.NoteAsync(connection, lines.Outcomes, cancellation);
    }

    /// <summary>A run's last word about each path, in byte order of the paths, a page at a time.</summary>
    /// <param name="read">Asks the database for a page after a path.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<StagedFile> LastWordsAsync(
        Func<byte[], Task<List<StagedFile>>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        byte[]? after = [];
        while (after is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await read(after);
            foreach (var file in page)
            {
                yield return file;
            }

            after = page.Count < FileRows.Page ? null : page[^1].Change.Path.Bytes.ToArray();
        }
    }

    /// <summary>The next page of them.</summary>
    public static Task<List<StagedFile>> LastWordsAfterAsync(
        NpgsqlConnection connection, string runId, byte[] after, CancellationToken cancellation) => connection.ReadAsync(
        $"""
        SELECT DISTINCT ON ({PathIndex.Head("path")}, path) line, path, oid, mode, skip FROM neap.staged_line
        WHERE run = {NumberOfRun} AND {PathIndex.Head("path")} >= {PathIndex.Head("$2")} AND path > $2
        ORDER BY {PathIndex.Head("path")}, path, line DESC, part DESC LIMIT $3
        """,
        row => new StagedFile(row.GetInt64(0), Read(row)),
        cancellation, runId, after, FileRows.Page);

    /// <summary>The fingerprints of the lines between two numbers.</summary>
    public static async Task<IReadOnlyDictionary<long, UInt128>> PrintsAsync(
        NpgsqlConnection connection, string runId, (long First, long Last) lines, CancellationToken cancellation)
    {
        var rows = await connection.ReadAsync(
            $"SELECT line, print FROM neap.staged_line WHERE run = {NumberOfRun} AND line BETWEEN $2 AND $3 AND part = 0",
            row => (Line: row.GetInt64(0), Print: BinaryPrimitives.ReadUInt128LittleEndian(row.GetFieldValue<byte[]>(1))),
            cancellation, runId, lines.First, lines.Last);
        return rows.ToDictionary(row => row.Line, row => row.Print);
    }

    /// <summary>Forgets what a run has kept, once it is published.</summary>
    public static Task<int> ForgetAsync(NpgsqlConnection connection, string runId, CancellationToken cancellation) =>
        connection.RunAsync($"DELETE FROM neap.staged_line WHERE run = {NumberOfRun}", cancellation, runId);

    /// <summary>Forgets what a run has kept from a line on, in the ledger too, as if those lines had never come.</summary>
    public static async Task<int> UnstageAsync(
        NpgsqlConnection connection, string runId, long fromLine, CancellationToken cancellation)
    {
        var skipped = await connection.ScalarAsync<long>(
            $"""
            SELECT count(DISTINCT s.line) FROM neap.staged_line s WHERE s.run = {NumberOfRun} AND s.line >= $2
              AND NOT EXISTS(SELECT 1 FROM neap.completed_lines l WHERE l.run = s.run AND l.line_number = s.line)
              AND NOT EXISTS(SELECT 1 FROM neap.failed_lines f WHERE f.run_id = $1 AND f.line_number = s.line)
            """,
            cancellation, runId, fromLine);
        var done = await connection.RunAsync(
            $"DELETE FROM neap.completed_lines WHERE run = {NumberOfRun} AND line_number >= $2", cancellation, runId, fromLine);
        var failed = await connection.RunAsync(
            "DELETE FROM neap.failed_lines WHERE run_id = $1 AND line_number >= $2", cancellation, runId, fromLine);
        await connection.RunAsync(
            """
            UPDATE neap.sync_runs SET processed_lines = processed_lines - $2 - $3 - $4, success_count = success_count - $2,
              error_count = error_count - $3, skipped_count = skipped_count - $4 WHERE run_id = $1
            """,
            cancellation, runId, (long)done, (long)failed, skipped);
        return await connection.RunAsync(
            $"DELETE FROM neap.staged_line WHERE run = {NumberOfRun} AND line >= $2", cancellation, runId, fromLine);
    }

    private static long LastOf(StagedLines lines) => lines.Files.Select(line => line.Number)
        .Concat(lines.Outcomes.Failed.Select(line => line.Number)).Max();

    /// <summary>One row for each path that a line changes, or one without a path.</summary>
    private static IEnumerable<Row> RowsOf(StagedLine line) => line.Changes.Count == 0
        ? [new Row(line, 0, null)]
        : line.Changes.Select((change, part) => new Row(line, part, change));

    private static byte[] PrintOf(StagedLine line)
    {
        var print = new byte[PrintBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(print, line.Fingerprint);
        return print;
    }

    private static FileMapChange Read(NpgsqlDataReader row)
    {
        var path = RepoPath.FromGit(row.GetFieldValue<byte[]>(1));
        return row.IsDBNull(2)
            ? new FileMapChange.Remove(path)
            : new FileMapChange.Put(
                path,
                new BlobId(ObjectId.FromBytes(row.GetFieldValue<byte[]>(2))),
                Spelling.Read<Neap.Core.FileMode>(row.GetString(3)),
                row.TextOrNull(4) is { } reason ? Spelling.Read<SkipReason>(reason) : null);
    }

    private sealed record Row(StagedLine Line, int Part, FileMapChange? Change)
    {
        public FileMapChange.Put? Put => Change as FileMapChange.Put;
    }
}
