using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>Looks at the format of an index and brings it up to date.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Any number that nobody else uses as an advisory lock: "Neap" in ASCII, twice.</summary>
    private const long Lock = 0x4E6561704E656170;

    /// <summary>The format; null where there is no index.</summary>
    /// <exception cref="Core.NeapException">The schema is somebody else's.</exception>
    public static async Task<int?> VersionAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        // The catalogue itself is asked: functions such as to_regclass answer from a memory that may be older than a lock.
        var row = await connection.RowAsync(
            """
            SELECT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'neap'),
              EXISTS(SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'neap' AND c.relname = 'migration')
            """,
            cancellation);
        if (!(bool)row[1])
        {
            return (bool)row[0] && await IsUsedAsync(connection, cancellation) ? throw PostgresTrouble.Foreign(options) : null;
        }

        return await connection.ScalarAsync<int>("SELECT coalesce(max(version), 0) FROM neap.migration", cancellation);
    }

    /// <summary>Refuses what this version cannot read; an older format is brought up to date where the role may do that.</summary>
    public static async Task PrepareForReadingAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        var version = await VersionAsync(connection, options, cancellation) ?? throw PostgresTrouble.Missing(options);
        if (version > Migrations.Latest)
        {
            throw PostgresTrouble.Newer(options, version);
        }

        try
        {
            await RunAsync(connection, options, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is "42501" or "25006")
        {
            throw PostgresTrouble.Older(options, version);
        }
    }

    /// <summary>Makes the schema, or brings an older one up to date: each step whole or not at all.</summary>
    public static async Task RunAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        for (var version = await VersionAsync(connection, options, cancellation);
             version != Migrations.Latest;
             version = await VersionAsync(connection, options, cancellation))
        {
            if (version > Migrations.Latest)
            {
                throw PostgresTrouble.Newer(options, version.Value);
            }

            await StepAsync(connection, options, cancellation);
        }
    }

    private static async Task StepAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.RunAsync("SELECT pg_advisory_xact_lock($1)", cancellation, Lock);
        var version = await VersionAsync(connection, options, cancellation);
        if (version is null)
        {
            await RequireVectorsAsync(connection, options, cancellation);
            await connection.RunAsync("CREATE SCHEMA IF NOT EXISTS neap", cancellation);
            await connection.RunAsync(
                "CREATE TABLE neap.migration(version integer PRIMARY KEY, applied_at timestamptz NOT NULL)", cancellation);
        }

        if ((version ?? 0) < Migrations.Latest)
        {
            foreach (var statement in Migrations.From(version ?? 0))
            {
                await connection.RunAsync(statement, cancellation);
            }

            await connection.RunAsync(
                "INSERT INTO neap.migration VALUES($1, $2)", cancellation, (version ?? 0) + 1, options.Clock.GetUtcNow().UtcDateTime);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task RequireVectorsAsync(
        NpgsqlConnection connection, PostgresOptions options, CancellationToken cancellation)
    {
        if (await connection.ScalarAsync<bool>(
            "SELECT EXISTS(SELECT 1 FROM pg_extension WHERE extname = 'vector')", cancellation))
        {
            return;
        }

        try
        {
            await connection.RunAsync("CREATE EXTENSION vector", cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is "0A000" or "42501" or "58P01")
        {
            throw PostgresTrouble.NoVectors(options, refused);
        }
    }

    private static async Task<bool> IsUsedAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<bool>(
            "SELECT EXISTS(SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'neap')", cancellation);
}
