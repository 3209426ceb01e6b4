using System.Runtime.CompilerServices;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The embedded index at one instant: a connection of its own, in one read transaction.</summary>
/// <remarks>Used by one caller at a time; several enumerations may be open together.</remarks>
public sealed class SqliteSnapshot : IIndexSnapshot
{
    private readonly Database _database;
    private readonly Dictionary<long, ContentKey> _keys = [];

    internal SqliteSnapshot(Database database) => _database = database;

    /// <summary>The connection, in its read transaction.</summary>
    internal Database Database => _database;

    /// <inheritdoc/>
    public ValueTask<Revision?> FindRevisionAsync(Slot slot, CancellationToken cancellation) =>
        new(Revisions.Find(_database, slot, Key)?.Revision);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Revision>> RevisionsAsync(CancellationToken cancellation) =>
        new(Revisions.All(_database, Key));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KnownRepository>> RepositoriesAsync(CancellationToken cancellation)
    {
        using var row = _database.Prepare("SELECT name, git_dir FROM repository ORDER BY name");
        var repositories = new List<KnownRepository>();
        while (row.Step())
        {
            repositories.Add(new KnownRepository(row.Text(0), row.Text(1)));
        }

        return new(repositories);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileRecord> FilesAsync(
        Slot slot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Revisions.Find(_database, slot, Key) is not { } found)
        {
            yield break;
        }

        using var rows = _database.Prepare(FileRows.OfSlot);
        rows.Bind(1, found.Id);
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return FileRows.Read(rows);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<RepoPath, FileRecord>> FindFilesAsync(
        Slot slot, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new Dictionary<RepoPath, FileRecord>();
        if (Revisions.Find(_database, slot, Key) is not { } revision)
        {
            return new(found);
        }

        using var row = _database.Prepare(FileRows.OfPath);
        row.Bind(1, revision.Id);
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Bind(2, path.Bytes).Step())
            {
                found[path] = FileRows.Read(row);
            }

            row.Reset();
        }

        return new(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EntryRecord> EntriesAsync(
        Slot slot, EntryDetail detail, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Revisions.Find(_database, slot, Key) is not { } found)
        {
            yield break;
        }

        using var entries = new EntryRows(_database, found.Revision, detail);
        using var files = _database.Prepare(FileRows.IndexedOfSlot);
        files.Bind(1, found.Id);
        while (files.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var path = RepoPath.FromGit(files.Bytes(0));
            foreach (var entry in entries.OfBlob(path, files.Integer(1)))
            {
                yield return entry;
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WordlessChunk> WordlessAsync(
        Slot slot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Revisions.Find(_database, slot, Key) is not { Revision.Content.Lexical: true } found)
        {
            yield break;
        }

        var held = new HeldWords(_database, found.Id);
        held.Mark(ContentKeys.Find(_database, found.Revision.Content)!.Value, cancellation);
        using var files = _database.Prepare(FileRows.TextOfSlot);
        files.Bind(1, found.Id);
        while (files.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var path = RepoPath.FromGit(files.Bytes(0));
            foreach (var chunk in held.Unmarked(files.Integer(1), files.Integer(2)))
            {
                yield return new WordlessChunk(path, chunk);
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<Ranking> SearchAsync(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = new List<(long Id, Revision Revision)>();
        foreach (var slot in request.Slots)
        {
            if (Revisions.Find(_database, slot, Key) is { } revision)
            {
                found.Add(revision);
            }
        }

        return new(found.Count == 0 ? new Ranking([], []) : new Search(_database, request, found, cancellation).Run());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private ContentKey Key(long id)
    {
        if (!_keys.TryGetValue(id, out var key))
        {
            _keys.Add(id, key = ContentKeys.Get(_database, id));
        }

        return key;
    }
}
