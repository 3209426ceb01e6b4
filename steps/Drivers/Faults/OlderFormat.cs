namespace Drivers;

/// <summary>Turns an index back into an earlier format, statement by statement, as that version wrote it.</summary>
internal static class OlderFormat
{
    /// <summary>Goes back one format after the other.</summary>
    /// <param name="store">The index file, of this version.</param>
    /// <param name="format"><c>of the first version</c>, <c>of the second version</c> or <c>of the third version</c>.</param>
    public static void Make(string store, string format)
    {
        string[] statements = format switch
        {
            "of the first version" => [.. Fourth, .. Third, .. Second],
            "of the second version" => [.. Fourth, .. Third],
            _ => Fourth,
        };
        foreach (var statement in statements)
        {
            IndexDatabase.Execute(store, statement);
        }
    }

    // The third version knew no places in a source.
    private static readonly string[] Fourth = ["ALTER TABLE failed_lines DROP COLUMN source_line", "PRAGMA user_version = 3"];

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
