using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>
/// The indexes of a content key that wait for the end of the first load: words, and the graph of nearest neighbours (HNSW).
/// </summary>
internal sealed class LaterIndexes(PostgresSession session)
{
    private const int ManyFiles = 1_000;
    private const int WordsLock = 0x4E656171;
    private const int NeighboursLock = 0x4E656170;

    /// <summary>Builds what is due, after a publication.</summary>
    public async Task PrepareAsync(Published published, CancellationToken cancellation)
    {
        var key = published.Key;
        if (published.Content.Lexical)
        {
            var words = new LaterIndex(Migrations.WordIndex(key), $"{Migrations.Words(key)} USING gin (terms)", WordsLock);
            await BuildAsync(words, key, cancellation);
        }

        if (published.Files >= ManyFiles)
        {
            await session.RunAsync((connection, token) => AnalyzeAsync(connection, key, token), cancellation);
        }

        if (Compared.ByGraph(published.Content.Dimensions) is { } compared
            && await session.RunAsync((connection, token) => ChunksAsync(connection, key, token), cancellation)
                >= session.Options.NearestNeighbourIndexFrom)
        {
            var graph = new LaterIndex(
                Migrations.Neighbours(key),
                $"{Migrations.Chunks(key)} USING hnsw ({compared.Column} {compared.Operators})",
                NeighboursLock);
            await BuildAsync(graph, key, cancellation);
        }
    }

    /// <summary>
    /// A container's shared memory is small; where helpers find no room in it, one process builds alone. The connection
    /// ends with such an error.
    /// </summary>
    private async Task BuildAsync(LaterIndex index, long key, CancellationToken cancellation)
    {
        try
        {
            await BuildAsync(index, key, Helpers.Some, cancellation);
        }
        catch (NeapException full) when (full.Kind == FailureKind.DiskFull)
        {
            await BuildAsync(index, key, Helpers.None, cancellation);
        }
    }

    private Task<bool> BuildAsync(LaterIndex index, long key, Helpers helpers, CancellationToken cancellation) =>
        session.RunAsync((connection, token) => index.BuildAsync(connection, key, helpers, token), cancellation);

    /// <summary>Without statistics the first questions after a load are answered the long way.</summary>
    private static Task<int> AnalyzeAsync(NpgsqlConnection connection, long key, CancellationToken cancellation) =>
        connection.RunAsync(
            $"ANALYZE neap.file, neap.blob, {Migrations.Words(key)}, {Migrations.Chunks(key)} (blob, number)", cancellation);

    private static Task<long> ChunksAsync(NpgsqlConnection connection, long key, CancellationToken cancellation) =>
        connection.ScalarAsync<long>(
            "SELECT coalesce(sum(chunks), 0)::bigint FROM neap.blob WHERE made_with = $1", cancellation, key);
}
