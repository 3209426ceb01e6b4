using System.Runtime.InteropServices;
using System.Text;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>One connection to an index file. Used by one caller at a time.</summary>
internal sealed unsafe class Database : IDisposable
{
    private const int ReadOnlyFlag = 0x1;
    private const int ReadWriteFlag = 0x2;
    private const int CreateFlag = 0x4;
    private const int UriFlag = 0x40;
    private const int NoMutexFlag = 0x8000;
    private const int ExtendedCodesFlag = 0x2000000;

    private readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);
    private nint _handle;

    private Database(string path, nint handle) => (Path, _handle) = (path, handle);

    /// <summary>The index file.</summary>
    public string Path { get; }

    /// <summary>Rows that the last statement inserted, changed or deleted.</summary>
    public int Changes => Native.Changes(_handle);

    /// <summary>Opens an existing file for reading and writing.</summary>
    public static Database OpenForWriting(string path) => Open(path, path, ReadWriteFlag);

    /// <summary>Opens a file for reading and writing and makes it, without a byte in it, where there is none.</summary>
    public static Database OpenNew(string path) => Open(path, path, ReadWriteFlag | CreateFlag);

    /// <summary>Opens an existing file for reading.</summary>
    public static Database OpenForReading(string path) => Open(path, path, ReadOnlyFlag);

    /// <summary>
    /// Opens a file that nobody can change while it is read, such as one in a folder without write permission.
    /// </summary>
    public static Database OpenFrozen(string path) =>
        Open(path, $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
            ReadOnlyFlag | UriFlag);

    private static Database Open(string path, string name, int flags)
    {
        fixed (byte* bytes = Encoding.UTF8.GetBytes(name + '\0'))
        {
            var code = Native.Open(bytes, out var handle, flags | NoMutexFlag | ExtendedCodesFlag, 0);
            var database = new Database(path, handle);
            if (code == Native.Ok)
            {
                return database;
            }

            var failure = database.Failure(code);
            database.Dispose();
            throw failure;
        }
    }

    /// <summary>A statement of its own, for rows that are read while others run.</summary>
    public Statement Prepare(string sql)
    {
        var text = Encoding.UTF8.GetBytes(sql);
        fixed (byte* bytes = text)
        {
            Check(Native.Prepare(_handle, bytes, text.Length, out var statement, null));
            return new Statement(this, statement);
        }
    }

    /// <summary>
    /// The one statement of this connection with this text; for statements that are run to their end at once.
    /// </summary>
    public Statement Shared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            _prepared.Add(sql, statement = Prepare(sql));
        }

        return statement;
    }

    /// <summary>Ends what shared statements were in the middle of, after an error.</summary>
    public void ResetAll()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Reset();
        }
    }

    /// <summary>Runs one statement without values.</summary>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>Runs one statement and returns SQLite's code: 0 where it went well.</summary>
    public int TryExecute(string sql)
    {
        var text = Encoding.UTF8.GetBytes(sql);
        fixed (byte* bytes = text)
        {
            var code = Native.Prepare(_handle, bytes, text.Length, out var handle, null);
            using var statement = new Statement(this, handle);
            return code == Native.Ok ? statement.TryRun() : code;
        }
    }

    /// <summary>The first column of the first row as a number; 0 where there is no row.</summary>
    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>Throws where SQLite's code is not 0.</summary>
    public void Check(int code)
    {
        if (code != Native.Ok)
        {
            throw Failure(code);
        }
    }

    /// <summary>What to tell about a code that SQLite returned just now.</summary>
    public NeapException Failure(int code)
    {
        var message = _handle == 0 ? null : Marshal.PtrToStringUTF8((nint)Native.Message(_handle));
        var systemError = _handle == 0 ? 0 : Native.SystemError(_handle);
        return SqliteTrouble.Of(Path, code, systemError, message ?? "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _prepared.Clear();
        if (Interlocked.Exchange(ref _handle, 0) is not 0 and var open)
        {
            _ = Native.Close(open);
        }
    }
}
