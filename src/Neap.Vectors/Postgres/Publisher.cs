using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Writes the flip inside a transaction of the caller: revision, file map, run and failures.</summary>
internal static class Publisher
{
    private const int RowsAtATime = 10_000;
    private const string ContentWasPut = "content_was_put";

    /// <exception cref="InvalidOperationException">A path's content was never put.</exception>
    public static async Task<IReadOnlyList<Published>> PublishAllAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Publication> publications,
        IReadOnlyList<Revision> carried,
        CancellationToken cancellation)
    {
        var all = new List<Published>();
        foreach (var publication in publications)
        {
            all.Add(await PublishAsync(connection, publication, cancellation));
        }

        await RevisionRows.CarryAsync(connection, carried, cancellation);
        return all;
    }

    private static async Task<Published> PublishAsync(
        NpgsqlConnection connection, Publication publication, CancellationToken cancellation)
    {
        var key = await ContentKeyRows.FindOrAddAsync(connection, publication.Revision.Content, cancellation);
        if (await RunRows.IsCompletedAsync(connection, publication.Run.RunId, cancellation))
        {
            return new Published(key, publication.Revision.Content, 0); // it was done, and only the answer was lost
        }

        var slot = await RevisionRows.WriteAsync(connection, publication, key, cancellation);
        var files = 0L;
        try
        {
            await foreach (var some in FilesOf(connection, publication, cancellation))
            {
                await WriteFilesAsync(connection, some, slot, key, cancellation);
                files += some.Count;
            }
        }
        catch (PostgresException unknown) when (unknown.ConstraintName == ContentWasPut)
        {
            throw new InvalidOperationException("A path cannot be published: its content was never put.", unknown);
        }

        if (publication.Retires)
        {
            await connection.RunAsync("DELETE FROM neap.file WHERE slot = $1", cancellation, slot);
            await connection.RunAsync("DELETE FROM neap.revision WHERE slot = $1", cancellation, slot);
        }

        await LineRows.NoteAsync(connection, publication.Lines, cancellation);
        await FailureRows.ResolveAsync(connection, publication.Run, slot, cancellation);
        await RunRows.EndAsync(connection, publication.Run, cancellation);
        await StagedRows.ForgetAsync(connection, publication.Run.RunId, cancellation);
        return new Published(key, publication.Revision.Content, files);
    }

    private static IAsyncEnumerable<IReadOnlyList<FileMapChange>> FilesOf(
        NpgsqlConnection connection, Publication publication, CancellationToken cancellation) => publication.IsStaged
        ? StagedRows.LastWordsAsync(
            after => StagedRows.LastWordsAfterAsync(connection, publication.Run.RunId, after, cancellation), cancellation)
            .Select(file => file.Change).Chunk(RowsAtATime)
        : new[] { publication.Files }.ToAsyncEnumerable();

    private static async Task WriteFilesAsync(
        NpgsqlConnection connection, IReadOnlyList<FileMapChange> changes, long slot, long key, CancellationToken cancellation)
    {
        foreach (var gone in changes.OfType<FileMapChange.Remove>().Chunk(RowsAtATime))
        {
            await connection.RunAsync(
                $"""
                DELETE FROM neap.file
                WHERE slot = $1 AND {PathIndex.Head("path")} = ANY({PathIndex.Heads("$2")}) AND path = ANY($2)
                """,
                cancellation, slot, Paths(gone));
        }

        foreach (var put in changes.OfType<FileMapChange.Put>().OrderBy(change => change.Path).Chunk(RowsAtATime))
        {
            await connection.RunAsync(
                $"""
                INSERT INTO neap.file(slot, path, oid, mode, skip, blob)
                SELECT $1, f.path, f.oid, f.mode, f.skip, b.id
                FROM unnest($3::bytea[], $4::bytea[], $5::text[], $6::text[]) AS f(path, oid, mode, skip)
                LEFT JOIN neap.blob b ON b.key = $2 AND b.oid = f.oid AND f.skip IS NULL
                ON CONFLICT (slot, {PathIndex.Key}) DO UPDATE
                SET oid = excluded.oid, mode = excluded.mode, skip = excluded.skip, blob = excluded.blob
                """,
                cancellation,
                slot,
                key,
                Paths(put),
                put.Select(file => file.Blob.Value.Bytes.ToArray()).ToArray(),
                put.Select(file => Names.Of(file.Mode)).ToArray(),
                put.Select(file => file.Skip is { } reason ? Names.Of(reason) : null).ToArray());
        }
    }

    private static byte[][] Paths(IEnumerable<FileMapChange> changes) =>
        [.. changes.Select(change => change.Path.Bytes.ToArray())];
}

/// <summary>What a publication was, as far as the server's own indexes are concerned.</summary>
/// <param name="Key">The number of the content key.</param>
/// <param name="Content">The content key.</param>
/// <param name="Files">So many lines of the file map changed; 0 where that was done before.</param>
internal sealed record Published(long Key, ContentKey Content, long Files);
