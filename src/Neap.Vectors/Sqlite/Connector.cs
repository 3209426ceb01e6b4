namespace Neap.Vectors.Sqlite;

/// <summary>Opens index files: makes them, refuses what is not ours, and finds a way to read where nothing can be written.</summary>
/// <remarks>
/// The file is only ever opened through SQLite: closing any other handle on it would drop the locks that other
/// connections of this process hold (POSIX advisory locks belong to the process).
/// </remarks>
internal static class Connector
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>True where there is no file, or one of no bytes: a new index.</summary>
    public static bool IsNew(string path) => new FileInfo(path) is not { Exists: true, Length: > 0 };

    /// <summary>A connection in a read transaction: all it reads belongs to this instant.</summary>
    public static async ValueTask<Database> OpenReaderAsync(SqliteStoreOptions options, CancellationToken cancellation)
    {
        if (IsNew(options.Path))
        {
            throw SqliteTrouble.Missing(options.Path);
        }

        var database = Database.OpenForReading(options.Path);
        try
        {
            var code = await BeginReadingAsync(database, options, cancellation).ConfigureAwait(false);
            if ((code & 0xFF) is SqliteTrouble.CannotOpen or SqliteTrouble.ReadOnly && HasNoLog(options.Path))
            {
                database.Dispose();
                database = Database.OpenFrozen(options.Path);
                code = await BeginReadingAsync(database, options, cancellation).ConfigureAwait(false);
            }

            database.Check(code);
            RefuseForeign(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection for writing; makes folder, file and tables where they are missing.</summary>
    public static async ValueTask<Database> OpenWriterAsync(SqliteStoreOptions options, CancellationToken cancellation)
    {
        var isNew = IsNew(options.Path);
        if (isNew)
        {
            MakeFolder(options.Path);
        }
        else
        {
            await RefuseForeignAsync(options, cancellation).ConfigureAwait(false);
        }

        var database = isNew ? Database.OpenNew(options.Path) : Database.OpenForWriting(options.Path);
        try
        {
            await PrepareAsync(database, isNew, options, cancellation).ConfigureAwait(false);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static async ValueTask PrepareAsync(
        Database database, bool isNew, SqliteStoreOptions options, CancellationToken cancellation)
    {
        if (isNew && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(options.Path, OwnerOnly);
        }

        database.Execute("PRAGMA page_size=16384");
        database.Execute("PRAGMA synchronous=FULL");
        database.Execute("PRAGMA cache_size=-65536");
        await Waiting.RunAsync(database, "PRAGMA schema_version", options, cancellation).ConfigureAwait(false);
        if (IsEmpty(database))
        {
            await CreateAsync(database, options, cancellation).ConfigureAwait(false);
        }

        await Waiting.RunAsync(database, "PRAGMA journal_mode=WAL", options, cancellation).ConfigureAwait(false);
        database.Execute("PRAGMA wal_autocheckpoint=4000");
        RefuseForeign(database);
    }

    /// <summary>All tables and the format's number appear in one transaction, so that no half-made index exists.</summary>
    private static async ValueTask CreateAsync(
        Database database, SqliteStoreOptions options, CancellationToken cancellation)
    {
        await Waiting.RunAsync(database, "BEGIN IMMEDIATE", options, cancellation).ConfigureAwait(false);
        if (IsEmpty(database))
        {
            foreach (var statement in Schema.Statements)
            {
                database.Execute(statement);
            }
        }

        await Waiting.RunAsync(database, "COMMIT", options, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask RefuseForeignAsync(SqliteStoreOptions options, CancellationToken cancellation)
    {
        using var database = Database.OpenForReading(options.Path);
        var code = await BeginReadingAsync(database, options, cancellation).ConfigureAwait(false);
        database.Check(code);
        if (!IsEmpty(database))
        {
            RefuseForeign(database);
        }
    }

    private static async ValueTask<int> BeginReadingAsync(
        Database database, SqliteStoreOptions options, CancellationToken cancellation)
    {
        database.Execute("BEGIN");
        return await Waiting.TryAsync(database, "PRAGMA schema_version", options, cancellation).ConfigureAwait(false);
    }

    private static bool IsEmpty(Database database) =>
        database.Scalar("PRAGMA user_version") == 0
        && database.Scalar("PRAGMA application_id") == 0
        && database.Scalar("SELECT count(*) FROM sqlite_master") == 0;

    private static void RefuseForeign(Database database)
    {
        if (database.Scalar("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw IsEmpty(database) ? SqliteTrouble.Missing(database.Path) : SqliteTrouble.Foreign(database.Path);
        }

        if (database.Scalar("PRAGMA user_version") is var version && version > Schema.Version)
        {
            throw SqliteTrouble.Newer(database.Path, version);
        }
    }

    private static bool HasNoLog(string path) => new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };

    private static void MakeFolder(string path)
    {
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw SqliteTrouble.NotWritable(path, trouble);
        }
    }
}
