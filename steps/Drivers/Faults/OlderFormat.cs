namespace Drivers;

/// <summary>Turns an index back into an earlier format, statement by statement, as that version wrote it.</summary>
internal static class OlderFormat
{
    /// <summary>Goes back one format after the other.</summary>
    /// <param name="store">The index file, of this version.</param>
    /// <param name="format"><c>of the first version</c> or <c>of the second version</c>.</param>
    public static void Make(string store, string format)
    {
        foreach (var statement in format == "of the first version" ? [.. Third, .. Second] : Third)
        {
            IndexDatabase.Execute(store, statement);
        }
    }

    // The second version knew nothing of lines kept aside.
    private static readonly string[] Third = ["DROP TABLE staged_line", "PRAGMA user_version = 2"];

    private static readonly string[] Second =
    [
        "DROP VIEW completed_lines",
        "DROP TABLE line",
        "DELETE FROM failed_lines WHERE state <> 'open'",
        "DROP INDEX failed_path",
        "DROP INDEX run_number",
        "ALTER TABLE failed_lines DROP COLUMN state",
        "ALTER TABLE failed_lines DROP COLUMN blob",
        "ALTER TABLE failed_lines DROP COLUMN resolved_by",
        "ALTER TABLE sync_runs DROP COLUMN number",
        "ALTER TABLE sync_runs DROP COLUMN abandoned_at",
        "UPDATE failed_lines SET category='unreadable' WHERE category='file-system'",
        "UPDATE blob SET reason='unreadable' WHERE reason='file-system'",
        "PRAGMA user_version = 1",
    ];
}
