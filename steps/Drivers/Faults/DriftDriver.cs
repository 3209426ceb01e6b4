namespace Drivers;

/// <summary>Makes entries of the index wrong, as a bug or another program would.</summary>
public sealed class DriftDriver(Workspace workspace)
{
    private static readonly Dictionary<string, string> Statements = new()
    {
        ["missing"] = "DELETE FROM file WHERE path = $1",
        ["ghost"] = "INSERT INTO file SELECT slot, $1, oid, mode, skip, blob FROM file WHERE blob IS NOT NULL LIMIT 1",
        ["stale"] = """
            UPDATE file SET (oid, blob) = (SELECT oid, blob FROM file other WHERE other.slot = file.slot
              AND other.blob IS NOT NULL AND other.blob <> file.blob LIMIT 1) WHERE path = $1
            """,
        ["wrong text"] = "UPDATE chunk SET sha = randomblob(32) WHERE id >> 16 = (SELECT blob FROM file WHERE path = $1)",
        ["wrong vector"] = """
            UPDATE chunk SET vec = zeroblob(length(vec)) WHERE id >> 16 = (SELECT blob FROM file WHERE path = $1)
            """,
        ["content lost"] = "DELETE FROM blob WHERE id = (SELECT blob FROM file WHERE path = $1)",
        ["wrong standing"] = """
            UPDATE blob SET state = 'skipped', reason = 'binary' WHERE id = (SELECT blob FROM file WHERE path = $1)
            """,
        ["unknown standing"] = "UPDATE blob SET state = 'adrift' WHERE id = (SELECT blob FROM file WHERE path = $1)",
        ["missing words"] = "INSERT INTO lexical_1(lexical_1) SELECT 'delete-all' FROM file WHERE path = $1",
        ["unknown mode"] = "UPDATE file SET mode = '100755' WHERE path = $1",
        ["unknown encoding"] = "UPDATE blob SET encoding = 'utf16' WHERE id = (SELECT blob FROM file WHERE path = $1)",
    };

    /// <summary>Makes what a table FILE | DRIFT says.</summary>
    public void Spoil(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("FILE", "DRIFT"))
        {
            var path = PathText.Bytes(PathText.Read(row["FILE"]));
            if (!Statements.TryGetValue(row["DRIFT"], out var sql))
            {
                throw new SpecException($"A DRIFT is one of {string.Join(", ", Statements.Keys)}, not \"{row["DRIFT"]}\".");
            }

            if (IndexDatabase.Execute(workspace.Store, sql, path) < 1)
            {
                throw new SpecException($"The index has no {row["FILE"]} to spoil.");
            }
        }
    }
}
