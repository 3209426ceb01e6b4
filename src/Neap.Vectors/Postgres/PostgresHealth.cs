namespace Neap.Vectors.Postgres;

/// <summary>How a database is, as an index.</summary>
public sealed record PostgresHealth
{
    /// <summary>The server's version.</summary>
    public required string Server { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The role that asked.</summary>
    public required string Role { get; init; }

    /// <summary>The version of pgvector in the database; empty where it was not created.</summary>
    public required string VectorVersion { get; init; }

    /// <summary>The version of pgvector that the server has installed; empty where it has none.</summary>
    public required string VectorAvailable { get; init; }

    /// <summary>True where the connection is encrypted.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>True where the role may search.</summary>
    public required bool MayRead { get; init; }

    /// <summary>True where the role may sync.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>True where a connection keeps its session, which a sync needs; false behind some pools.</summary>
    public required bool KeepsSessions { get; init; }

    /// <summary>The format of the tables; null where there are none yet.</summary>
    public required int? SchemaVersion { get; init; }

    /// <summary>Revisions it shows.</summary>
    public long Revisions { get; init; }

    /// <summary>Contents it knows.</summary>
    public long Blobs { get; init; }

    /// <summary>Chunks it holds.</summary>
    public long Chunks { get; init; }

    /// <summary>Bytes on the server's disk, indexes included.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Content keys whose vectors have a graph of neighbours.</summary>
    public long NeighbourGraphs { get; init; }

    /// <summary>Tables that the format has and the database has not; nothing is counted then.</summary>
    public IReadOnlyList<string> MissingTables { get; init; } = [];

    /// <summary>What is in the way of an index, each with what to do.</summary>
    public IReadOnlyList<string> Problems =>
    [
        .. VectorVersion.Length == 0 && VectorAvailable.Length == 0
            ? ["pgvector is not installed on the server; install it (Debian: postgresql-17-pgvector)"]
            : Array.Empty<string>(),
        .. VectorVersion.Length == 0 && VectorAvailable.Length > 0 && !MayWrite
            ? ["the extension vector is not created; run `CREATE EXTENSION vector` with a role that may"]
            : Array.Empty<string>(),
        .. SchemaVersion > Migrations.Latest
            ? [$"the tables have format {SchemaVersion}; this version of Neap knows up to {Migrations.Latest}"]
            : Array.Empty<string>(),
        .. MissingTables.Select(table =>
            $"the table {table} is missing; git has all the content: drop the schema neap and run `neap index sync` again"),
        .. !MayRead ? ["the role may not use the schema neap; grant USAGE and SELECT to search"] : Array.Empty<string>(),
    ];
}
