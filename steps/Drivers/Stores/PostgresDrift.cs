namespace Drivers;

/// <summary>Makes entries in the database wrong, as a bug or another program would.</summary>
public sealed class PostgresDrift(PostgresStore database)
{
    private static readonly Dictionary<string, string> Statements = new()
    {
        ["missing"] = "DELETE FROM neap.file WHERE path = $1",
        ["ghost"] = """
            INSERT INTO neap.file SELECT slot, $1, oid, mode, skip, blob FROM neap.file WHERE blob IS NOT NULL LIMIT 1
            """,
        ["stale"] = """
            UPDATE neap.file f SET oid = o.oid, blob = o.blob
            FROM (SELECT * FROM neap.file WHERE path <> $1 AND blob IS NOT NULL ORDER BY path LIMIT 1) o WHERE f.path = $1
            """,
        ["wrong text"] = """
            UPDATE neap.chunk_1 SET sha = sha256('another text') WHERE blob = (SELECT blob FROM neap.file WHERE path = $1)
            """,
        ["wrong vector"] = """
            UPDATE neap.chunk_1 SET vec = vec + vec WHERE blob = (SELECT blob FROM neap.file WHERE path = $1)
            """,
        ["content lost"] = "DELETE FROM neap.blob WHERE id = (SELECT blob FROM neap.file WHERE path = $1)",
        ["wrong standing"] = """
            UPDATE neap.blob SET state = 'skipped', reason = 'binary'
            WHERE id = (SELECT blob FROM neap.file WHERE path = $1)
            """,
        ["unknown standing"] = """
            UPDATE neap.blob SET state = 'adrift' WHERE id = (SELECT blob FROM neap.file WHERE path = $1)
            """,
        ["missing words"] = "DELETE FROM neap.words_1 WHERE blob = (SELECT blob FROM neap.file WHERE path = $1)",
        ["unknown mode"] = "UPDATE neap.file SET mode = '100755' WHERE path = $1",
        ["unknown encoding"] = """
            UPDATE neap.blob SET encoding = 'utf16' WHERE id = (SELECT blob FROM neap.file WHERE path = $1)
            """,
    };

    /// <summary>Makes what a table FILE | DRIFT says.</summary>
    public async Task SpoilAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("FILE", "DRIFT"))
        {
            if (await database.ExecuteAsync(Statements[row["DRIFT"]], PathText.Bytes(PathText.Read(row["FILE"]))) < 1)
            {
                throw new SpecException($"The index has no {row["FILE"]} to spoil.");
            }
        }
    }
}
