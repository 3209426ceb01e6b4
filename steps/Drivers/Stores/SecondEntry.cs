using Microsoft.Data.Sqlite;
using Npgsql;

namespace Drivers;

/// <summary>Somebody else who writes into the tables of an index what is there already.</summary>
public sealed class SecondEntry(PostgresStore database, Workspace workspace)
{
    private const int Constraint = 19; // SQLITE_CONSTRAINT
    private string? _answer;

    /// <summary>Adds the rows of a file once more, behind the product's back.</summary>
    /// <param name="path">The file.</param>
    public async Task AddAsync(string path)
    {
        var bytes = PathText.Bytes(PathText.Read(path));
        try
        {
            var rows = database.IsUsed
                ? await database.ExecuteAsync("INSERT INTO neap.file SELECT * FROM neap.file WHERE path = $1", bytes)
                : IndexDatabase.Execute(workspace.Store, "INSERT INTO file SELECT * FROM file WHERE path = $1", bytes);
            _answer = $"it took {rows} rows";
        }
        catch (PostgresException refused)
        {
            _answer = refused.SqlState == PostgresErrorCodes.UniqueViolation ? null : refused.Message;
        }
        catch (SqliteException refused)
        {
            _answer = refused.SqliteErrorCode == Constraint ? null : refused.Message;
        }
    }

    /// <summary>The store itself did not let them in, because of their key.</summary>
    public void ShouldHaveBeenRefused() => _answer.Should().BeNull("a key is there once");
}
