using SQLitePCL;

namespace Benchmarks.Rows;

/// <summary>One SQLite connection with nothing around it.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;

    public Connection(string path)
    {
        _ = SqliteLibrary.Version;
        Check(raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null));
    }

    /// <summary>Runs a statement that has no values.</summary>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
        }

        Check(raw.sqlite3_reset(statement));
    }

    /// <summary>A statement to be bound and run many times.</summary>
    public sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return statement;
    }

    /// <summary>Runs a bound statement.</summary>
    public void Run(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement) == raw.SQLITE_DONE ? raw.SQLITE_OK : raw.SQLITE_ERROR);
        Check(raw.sqlite3_reset(statement));
    }

    /// <summary>All rows of a question.</summary>
    public List<Value[]> Rows(string sql)
    {
        using var statement = Prepare(sql);
        var rows = new List<Value[]>();
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
            var row = new Value[raw.sqlite3_column_count(statement)];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value.Read(statement, i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new BenchmarkException($"SQLite: {raw.sqlite3_errmsg(_handle).utf8_to_string()}");
        }
    }
}
