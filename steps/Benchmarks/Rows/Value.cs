using SQLitePCL;

namespace Benchmarks.Rows;

/// <summary>One value of one row.</summary>
/// <param name="Type">SQLite's type.</param>
/// <param name="Number">The number where it is one.</param>
/// <param name="Bytes">The bytes of a text or blob.</param>
internal readonly record struct Value(int Type, long Number, byte[] Bytes)
{
    /// <summary>Reads a column.</summary>
    public static Value Read(sqlite3_stmt statement, int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => new Value(raw.SQLITE_INTEGER, raw.sqlite3_column_int64(statement, column), []),
        raw.SQLITE_NULL => new Value(raw.SQLITE_NULL, 0, []),
        var type => new Value(type, 0, raw.sqlite3_column_blob(statement, column).ToArray()),
    };

    /// <summary>Binds it.</summary>
    public void Bind(sqlite3_stmt statement, int index) => _ = Type switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_bind_int64(statement, index, Number),
        raw.SQLITE_NULL => raw.sqlite3_bind_null(statement, index),
        raw.SQLITE_TEXT => raw.sqlite3_bind_text(statement, index, Bytes),
        _ => raw.sqlite3_bind_blob(statement, index, Bytes),
    };
}
