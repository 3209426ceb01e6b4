namespace Drivers;

/// <summary>Turns an index back into the first format, statement by statement, as the first version wrote it.</summary>
internal static class OlderFormat
{
    public static void Make(string store)
    {
        foreach (var statement in Statements)
        {
            IndexDatabase.Execute(store, statement);
        }
    }

    private static readonly string[] Statements =
    [
        "DROP TABLE staged_line",
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
