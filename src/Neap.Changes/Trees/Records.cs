using System.Runtime.CompilerServices;

namespace Neap.Changes;

/// <summary>Cuts a stream into records that end with NUL.</summary>
internal static class Records
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Reads what fits in the buffer and gives each record to <paramref name="read"/>; yields a list a buffer.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        Stream stream, RecordReader<T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        var filled = 0;
        while (true)
        {
            var got = stream.Read(buffer, filled, buffer.Length - filled);
            cancellation.ThrowIfCancellationRequested();
            if (got == 0)
            {
                break;
            }

            filled += got;
            var records = new List<T>();
            var used = Cut(buffer.AsSpan(0, filled), read, records);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            yield return records;
        }
    }

    private static int Cut<T>(ReadOnlySpan<byte> bytes, RecordReader<T> read, List<T> records)
    {
        var used = 0;
        for (int length; (length = read(bytes[used..], out var record)) > 0; used += length)
        {
            records.Add(record!);
        }

        return used;
    }
}

/// <summary>Reads one record at the start of the bytes; returns its length with its end mark, or 0 where it is not whole.</summary>
internal delegate int RecordReader<T>(ReadOnlySpan<byte> bytes, out T? record);
