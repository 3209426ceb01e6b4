namespace Drivers;

/// <summary>Asks SQLite itself whether an index file is whole.</summary>
public static class IndexIntegrity
{
    /// <summary>The number of complaints of <c>PRAGMA integrity_check</c>.</summary>
    public static long Complaints(string file) =>
        IndexDatabase.Number(file, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
        ?? throw new SpecException($"{file} could not be checked.");

    /// <summary>Feeds whose lines are counted otherwise than they are noted; a failure that a later run mended counts as done.</summary>
    public static long Miscounts(string file) => IndexDatabase.Number(
        file,
        """
        SELECT count(*) FROM sync_runs run WHERE input_source='stdin'
          AND success_count <> (SELECT count(*) FROM completed_lines done WHERE done.run_id=run.run_id)
            + (SELECT count(*) FROM failed_lines mended WHERE mended.run_id=run.run_id AND mended.state='done'
              AND mended.resolved_by <> run.run_id)
        """) ?? throw new SpecException($"{file} could not be read.");

    /// <summary>How many lines the newest feed has noted as done; 0 where there is none yet.</summary>
    public static long NotedLines(string file) => File.Exists(file)
        ? IndexDatabase.Number(file, "SELECT success_count FROM sync_runs WHERE input_source='stdin' ORDER BY number DESC LIMIT 1") ?? 0
        : 0;
}
