using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>Opens index files: makes them, refuses what is not ours, reads even where nothing can be written.</summary>
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
    public static ValueTask<Database> OpenReaderAsync(SqliteStoreOptions options, CancellationToken cancellation) =>
        Waiting.ForAsync(() => OpenReader(options.Path), options, cancellation);

    /// <summary>A connection for writing; makes folder, file and tables where they are missing.</summary>
    public static ValueTask<Database> OpenWriterAsync(SqliteStoreOptions options, CancellationToken cancellation) =>
        Waiting.ForAsync(() => OpenWriter(options.Path), options, cancellation);

    private static Database OpenReader(string path)
    {
        TakeBack(path);
        if (IsNew(path))
        {
            throw SqliteTrouble.Missing(path);
        }

        try
        {
            return Opened(Database.OpenForReading(path), BeginReading);
        }
        catch (NeapException refused) when (refused.Kind == FailureKind.NotWritable && HasNoLog(path))
        {
            // Reading takes a shared-memory file beside the index, which cannot be made in a read-only folder.
            return Opened(Database.OpenFrozen(path), BeginReading);
        }
    }

    private static Database OpenWriter(string path)
    {
        TakeBack(path);
        if (IsNew(path))
        {
            MakeFolder(path);
            return Opened(Database.OpenNew(path), Create);
        }

        // A reader never changes what turns out to be somebody else's.
        Opened(Database.OpenForReading(path), BeginReadingOrCreating).Dispose();
        return Opened(Database.OpenForWriting(path), Settle);
    }

    /// <summary>
    /// A process that dies while it makes an index leaves pages and a rollback journal; only a connection that may write
    /// takes them back. An index that is made keeps a write-ahead log and never such a journal.
    /// </summary>
    private static void TakeBack(string path)
    {
        if (new FileInfo(path + "-journal") is not { Exists: true, Length: > 0 } || IsNew(path))
        {
            return;
        }

        try
        {
            using var database = Database.OpenForWriting(path);
            _ = database.Scalar("SELECT count(*) FROM sqlite_master");
        }
        catch (NeapException refused) when (refused.Kind is FailureKind.NotWritable)
        {
            // Whoever may only read is told by the reading itself.
        }
    }

    private static Database Opened(Database database, Action<Database> prepare)
    {
        try
        {
            prepare(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void BeginReading(Database database)
    {
        database.Execute("BEGIN");
        if (IsEmpty(database))
        {
            throw SqliteTrouble.Missing(database.Path);
        }

        Refuse(database);
    }

    private static void BeginReadingOrCreating(Database database)
    {
        database.Execute("BEGIN");
        if (!IsEmpty(database))
        {
            Refuse(database);
        }
    }

    private static void Create(Database database)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(database.Path, OwnerOnly);
        }

        Settle(database);
    }

    private static void Settle(Database database)
    {
        database.Execute("PRAGMA page_size=16384");
        database.Execute("PRAGMA synchronous=FULL");

        // 16 MB is enough for writing in order; more saves a twentieth of the time and costs memory that a sync may take.
        database.Execute("PRAGMA cache_size=-16384");
        if (IsEmpty(database))
        {
            CreateTables(database);
        }

        database.Execute("PRAGMA journal_mode=WAL");
        database.Execute("PRAGMA wal_autocheckpoint=4000");
        Refuse(database);
        if (database.Scalar("PRAGMA user_version") < Schema.Version)
        {
            Upgrade(database);
        }
    }

    /// <summary>An older index becomes one of this format in one transaction: whole, or not at all.</summary>
    private static void Upgrade(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        foreach (var statement in Schema.UpgradeFrom(database.Scalar("PRAGMA user_version")))
        {
            database.Execute(statement);
        }

        database.Execute("COMMIT");
    }

    /// <summary>
    /// All tables and the format's number appear in one transaction, so that no half-made index exists.
    /// </summary>
    private static void CreateTables(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        if (IsEmpty(database))
        {
            foreach (var statement in Schema.Statements)
            {
                database.Execute(statement);
            }
        }

        database.Execute("COMMIT");
    }

    private static bool IsEmpty(Database database) =>
        database.Scalar("PRAGMA application_id") == 0
        && database.Scalar("PRAGMA user_version") == 0
        && database.Scalar("SELECT count(*) FROM sqlite_master") == 0;

    private static void Refuse(Database database)
    {
        if (database.Scalar("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw SqliteTrouble.Foreign(database.Path);
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
