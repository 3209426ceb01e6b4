using System.Runtime.CompilerServices;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The index at one instant: a connection of its own, in one transaction that reads (REPEATABLE READ).</summary>
/// <remarks>Rows are read a page at a time, so that several enumerations may be open together.</remarks>
public sealed class PostgresSnapshot : IIndexSnapshot
{
    private readonly PostgresOptions _options;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<SlotRow>? _slots;

    private PostgresSnapshot(PostgresOptions options, NpgsqlTransaction transaction) =>
        (_options, _connection, _transaction) = (options, transaction.Connection!, transaction);

    /// <inheritdoc/>
    public async ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation) =>
        (await FindAsync(slot, cancellation))?.Revision;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Revision>> RevisionsAsync(CancellationToken cancellation) =>
        [.. (await SlotsAsync(cancellation)).Select(slot => slot.Revision)];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KnownRepository>> RepositoriesAsync(CancellationToken cancellation) =>
        await AskAsync(
            connection => connection.ReadAsync(
                """SELECT name, git_dir FROM neap.repository ORDER BY name COLLATE "C" """,
                row => new KnownRepository(row.GetString(0), row.GetString(1)),
                cancellation),
            cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileRecord> FilesAsync(
        Slot slot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await FindAsync(slot, cancellation);
        byte[]? after = [];
        while (found is not null && after is not null)
        {
            var page = await AskAsync(c => FileRows.AfterAsync(c, found.Id, after, cancellation), cancellation);
            foreach (var file in page)
            {
                yield return file;
            }

            after = page.Count < FileRows.Page ? null : page[^1].Path.Bytes.ToArray();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<RepoPath, FileRecord>> FindFilesAsync(
        Slot slot, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0 || await FindAsync(slot, cancellation) is not { } found)
        {
            return new Dictionary<RepoPath, FileRecord>();
        }

        byte[][] wanted = [.. paths.Select(path => path.Bytes.ToArray())];
        var files = await AskAsync(c => FileRows.AtAsync(c, found.Id, wanted, cancellation), cancellation);
        return files.ToDictionary(file => file.Path);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EntryRecord> EntriesAsync(
        Slot slot, EntryDetail detail, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await FindAsync(slot, cancellation);
        byte[]? after = [];
        while (found is not null && after is not null)
        {
            var rows = new EntryRows(found, detail);
            var page = await AskAsync(c => rows.AfterAsync(c, after, cancellation), cancellation);
            foreach (var entry in page)
            {
                yield return entry;
            }

            after = rows.Last;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WordlessChunk> WordlessAsync(
        Slot slot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await FindAsync(slot, cancellation);
        byte[]? after = [];
        while (found is { Revision.Content.Lexical: true } && after is not null)
        {
            var rows = new WordRows(found);
            var page = await AskAsync(c => rows.MissingAfterAsync(c, after, cancellation), cancellation);
            foreach (var chunk in page)
            {
                yield return chunk;
            }

            after = rows.Last;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Ranking> SearchAsync(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var slots = (await SlotsAsync(cancellation)).Where(slot => request.Slots.Contains(slot.Revision.Slot)).ToArray();
        return slots.Length == 0
            ? new Ranking([], [])
            : await AskAsync(c => new Search(c, request, slots).RunAsync(cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        catch (Exception gone) when (PostgresTrouble.Is(gone))
        {
            // There was nothing to keep: the transaction only read.
        }

        _turn.Dispose();
    }

    /// <summary>Opens the view of this instant.</summary>
    /// <exception cref="NeapException">The server does not answer, or there is no index that this version reads.</exception>
    internal static async Task<PostgresSnapshot> OpenAsync(PostgresOptions options, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(options, cancellation);
            }
            catch (Exception lost) when (Repetition.Helps(lost, attempt))
            {
                await Repetition.PauseAsync(attempt, options, cancellation);
            }
            catch (Exception failure) when (PostgresTrouble.IsSayable(failure))
            {
                throw PostgresTrouble.Of(options, failure);
            }
        }
    }

    private static async Task<PostgresSnapshot> OnceAsync(PostgresOptions options, CancellationToken cancellation)
    {
        var connection = await PostgresPools.Get(options).OpenConnectionAsync(cancellation);
        try
        {
            await SchemaUpgrade.PrepareForReadingAsync(connection, options, cancellation);
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await connection.RunAsync("SET TRANSACTION READ ONLY", cancellation);
            return new PostgresSnapshot(options, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal Task<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
        ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
        AskAsync(c => BlobRows.KnownAsync(c, key, blobs, cancellation), cancellation);

    private async Task<SlotRow?> FindAsync(Slot slot, CancellationToken cancellation) =>
        (await SlotsAsync(cancellation)).FirstOrDefault(row => row.Revision.Slot == slot);

    private async Task<IReadOnlyList<SlotRow>> SlotsAsync(CancellationToken cancellation) =>
        _slots ??= await AskAsync(c => RevisionRows.AllAsync(c, cancellation), cancellation);

    internal async Task<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> question, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await question(_connection);
        }
        catch (Exception failure) when (PostgresTrouble.Is(failure))
        {
            throw PostgresTrouble.Of(_options, failure);
        }
        finally
        {
            _turn.Release();
        }
    }
}
