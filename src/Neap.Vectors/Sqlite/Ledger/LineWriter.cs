using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Notes the outcome of lines inside a transaction of the caller, and counts them in their run.</summary>
internal sealed class LineWriter
{
    private readonly Database _database;
    private readonly LineOutcomes _lines;
    private readonly long _number;
    private readonly Slot _slot;
    private long _completed;
    private long _repaired;
    private long _failed;

    private LineWriter(Database database, LineOutcomes lines)
    {
        (_database, _lines) = (database, lines);
        var run = database.Shared("SELECT number, collection_name, repository, ref FROM sync_runs WHERE run_id=?1")
            .Bind(1, lines.RunId);
        if (!run.Step())
        {
            run.Reset();
            throw new InvalidOperationException($"Run {lines.RunId} was never begun.");
        }

        _number = run.Integer(0);
        _slot = new Slot(run.Text(1), run.Text(2), run.Text(3));
        run.Reset();
    }

    /// <exception cref="InvalidOperationException">The run was never begun.</exception>
    public static void Note(Database database, LineOutcomes lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var writer = new LineWriter(database, lines);
        writer.NoteCompleted();
        foreach (var line in lines.Failed)
        {
            writer.NoteFailed(line);
        }

        database.Shared(
            """
            UPDATE sync_runs SET processed_lines=processed_lines+?2, success_count=success_count+?3,
              error_count=error_count+?4, skipped_count=skipped_count+?5 WHERE run_id=?1
            """)
            .Bind(1, lines.RunId)
            .Bind(2, writer._completed + writer._failed - writer._repaired + lines.Skipped).Bind(3, writer._completed)
            .Bind(4, lines.Failed.Count).Bind(5, lines.Skipped).Run();
    }

    private void NoteCompleted()
    {
        var hasFailures = HasFailures();
        var insert = _database.Shared(
            "INSERT INTO line(id, path, operation, at, micros) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        foreach (var line in _lines.Completed)
        {
            insert.Bind(1, (_number << Schema.LineBits) + line.Number).Bind(2, line.Path.Bytes)
                .Bind(3, (long)line.Operation).Bind(4, line.CompletedAt.ToUnixTimeMilliseconds())
                .Bind(5, (long)line.Time.TotalMicroseconds).Run();
            var isNew = _database.Changes > 0;
            _completed += isNew ? 1 : 0;
            _repaired += isNew && hasFailures && Repair(line.Number) ? 1 : 0;
        }
    }

    private bool HasFailures()
    {
        var open = _database.Shared("SELECT 1 FROM failed_lines WHERE run_id=?1 AND state='open'").Bind(1, _lines.RunId);
        var has = open.Step();
        open.Reset();
        return has;
    }

    /// <summary>True where the line had failed earlier in this run.</summary>
    private bool Repair(long line)
    {
        _database.Shared(
            """
            UPDATE failed_lines SET state='done', resolved_by=?1 WHERE run_id=?1 AND line_number=?2 AND state='open'
            """).Bind(1, _lines.RunId).Bind(2, line).Run();
        return _database.Changes > 0;
    }

    /// <summary>
    /// An earlier failure of the same path is continued where it was about the same content. A line without a path is
    /// known to its own run alone.
    /// </summary>
    private void NoteFailed(FailedLine line)
    {
        var path = line.Path is { } known ? known.Bytes : [];
        var earlier = path.Length > 0 ? EarlierAttempts(line, path) : 0;
        var isNew = !HasFailed(line.Number);
        _database.Shared(
            """
            INSERT INTO failed_lines(
              run_id, line_number, file_path, operation, repository, category, error_message, payload, retry_count,
              last_attempt, blob, source_line)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?13)
            ON CONFLICT(run_id, line_number) DO UPDATE SET category=?6, error_message=?7, state='open', resolved_by=NULL,
              retry_count=retry_count+?12, last_attempt=?10
            """)
            .Bind(1, _lines.RunId).Bind(2, line.Number).Bind(3, path).BindUtf8(4, Words.Of(line.Operation))
            .Bind(5, _slot.Repository).BindUtf8(6, Words.Of(line.Category)).Bind(7, line.Message).Bind(8, line.Payload)
            .Bind(9, Math.Max(0, earlier + line.Attempts - 1)).Bind(10, Words.Of(line.LastAttempt))
            .BindBlobOrNull(11, line.Blob).Bind(12, line.Attempts).BindOrNull(13, line.SourceLine).Run();
        _failed += isNew ? 1 : 0;
        if (path.Length > 0)
        {
            Replace(path);
        }
    }

    private bool HasFailed(long line)
    {
        var row = _database.Shared("SELECT 1 FROM failed_lines WHERE run_id=?1 AND line_number=?2")
            .Bind(1, _lines.RunId).Bind(2, line);
        var has = row.Step();
        row.Reset();
        return has;
    }

    private long EarlierAttempts(FailedLine line, ReadOnlySpan<byte> path)
    {
        var row = _database.Shared(
            """
            SELECT max(f.retry_count) + 1 FROM failed_lines f JOIN sync_runs r ON r.run_id=f.run_id
            WHERE f.file_path=?1 AND f.blob IS ?2 AND f.state='open' AND f.run_id<>?3
              AND r.collection_name=?4 AND r.repository=?5 AND r.ref=?6
            """)
            .Bind(1, path).BindBlobOrNull(2, line.Blob).Bind(3, _lines.RunId)
            .Bind(4, _slot.Collection).Bind(5, _slot.Repository).Bind(6, _slot.Ref);
        var attempts = row.Step() ? row.Integer(0) : 0;
        row.Reset();
        return attempts;
    }

    private void Replace(ReadOnlySpan<byte> path) => _database.Shared(
        """
        UPDATE failed_lines SET state='replaced', resolved_by=?2
        WHERE file_path=?1 AND state='open' AND run_id<>?2 AND run_id IN (
          SELECT run_id FROM sync_runs WHERE collection_name=?3 AND repository=?4 AND ref=?5)
        """)
        .Bind(1, path).Bind(2, _lines.RunId)
        .Bind(3, _slot.Collection).Bind(4, _slot.Repository).Bind(5, _slot.Ref).Run();
}
