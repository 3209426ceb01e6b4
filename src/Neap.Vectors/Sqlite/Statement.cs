using System.Text;

namespace Neap.Vectors.Sqlite;

/// <summary>One prepared statement. Parameters count from 1, columns from 0.</summary>
internal sealed unsafe class Statement(Database database, nint handle) : IDisposable
{
    private const int NullType = 5;

    private nint _handle = handle;

    public Statement Bind(int index, long value)
    {
        database.Check(Native.BindInteger(_handle, index, value));
        return this;
    }

    public Statement Bind(int index, bool value) => Bind(index, value ? 1 : 0);

    public Statement Bind(int index, ReadOnlySpan<byte> blob)
    {
        byte none = 0;
        fixed (byte* bytes = blob)
        {
            var address = bytes == null ? &none : bytes;
            database.Check(Native.BindBlob(_handle, index, address, blob.Length, Native.Transient));
        }

        return this;
    }

    public Statement BindUtf8(int index, ReadOnlySpan<byte> text)
    {
        byte none = 0;
        fixed (byte* bytes = text)
        {
            var address = bytes == null ? &none : bytes;
            database.Check(Native.BindText(_handle, index, address, text.Length, Native.Transient));
        }

        return this;
    }

    public Statement Bind(int index, string? text) =>
        text is null ? BindNull(index) : BindUtf8(index, Encoding.UTF8.GetBytes(text));

    public Statement BindOrNull(int index, long? value) => value is { } known ? Bind(index, known) : BindNull(index);

    public Statement BindBlobOrNull(int index, Neap.Core.BlobId? blob) =>
        blob is { } known ? Bind(index, known.Value.Bytes) : BindNull(index);

    public Statement BindNull(int index)
    {
        database.Check(Native.BindNull(_handle, index));
        return this;
    }

    /// <summary>True where there is a row; its columns are valid until the next call.</summary>
    public bool Step()
    {
        var code = Native.Step(_handle);
        return code == Native.Row || (code == Native.Done ? false : throw Failed(code));
    }

    /// <summary>Runs to the end and makes the statement ready for the next values.</summary>
    public void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>
    /// Like <see cref="Step"/>, for callers that expect to be refused; the statement is reset where it was.
    /// </summary>
    public int TryRun()
    {
        int code;
        do
        {
            code = Native.Step(_handle);
        }
        while (code == Native.Row);

        _ = Native.Reset(_handle);
        return code == Native.Done ? Native.Ok : code;
    }

    /// <summary>Makes the statement ready for the next values; what is bound stays.</summary>
    public void Reset() => _ = Native.Reset(_handle);

    public bool IsNull(int column) => Native.ColumnType(_handle, column) == NullType;

    public long Integer(int column) => Native.ColumnInteger(_handle, column);

    public double Real(int column) => Native.ColumnReal(_handle, column);

    /// <summary>A blob or the UTF-8 of a text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = Native.ColumnBlob(_handle, column);
        return new ReadOnlySpan<byte>(bytes, Native.ColumnBytes(_handle, column));
    }

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handle, 0) is not 0 and var open)
        {
            _ = Native.Finish(open);
        }
    }

    private Neap.Core.NeapException Failed(int code)
    {
        var failure = database.Failure(code);
        Reset();
        return failure;
    }
}
