namespace Drivers;

/// <summary>Databases that are not as a sync expects them.</summary>
public sealed class PostgresStates(PostgresStore database, PgBouncer pool, Workspace workspace)
{
    private const string NoSources = "ALTER TABLE neap.failed_lines DROP COLUMN source_line;";

    private const string ShortPaths = NoSources + """

        DROP INDEX neap.file_path; ALTER TABLE neap.file ADD PRIMARY KEY(slot, path);
        DROP INDEX neap.failed_path; CREATE INDEX failed_path ON neap.failed_lines(file_path);
        DROP INDEX neap.staged_path;
        """;

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["the owner over an encrypted line"] = "?sslmode=require",
        ["the owner who trusts known authorities alone"] = "?sslmode=verify-full",
        ["the owner with a setting that no server knows"] = "?options=-c%20no_such_setting%3D1",
        ["the owner with an address that libpq reads"] =
            "?sslmode=require&channel_binding=prefer&gssencmode=disable&sslnegotiation=postgres"
            + "&connect_timeout=20&application_name=nightly&options=-c%20work_mem%3D8MB",
    };

    /// <summary>Puts the database into a state.</summary>
    public Task MakeAsync(string state) => state switch
    {
        "of the previous format" => database.ExecuteAsync($"{NoSources} DELETE FROM neap.migration WHERE version > 5"),
        "of the format before long vectors" => database.ExecuteAsync(
            $"{NoSources} ALTER TABLE neap.chunk_1 ALTER COLUMN vec SET STORAGE PLAIN; DELETE FROM neap.migration WHERE version > 4"),
        "of the format before long paths" => database.ExecuteAsync($"""
            {ShortPaths} CREATE INDEX staged_path ON neap.staged_line(run, path, line DESC, part DESC);
            DELETE FROM neap.migration WHERE version > 3
            """),
        "of the format before feeds" => database.ExecuteAsync(
            $"{ShortPaths} DROP TABLE neap.staged_line; DELETE FROM neap.migration WHERE version > 2"),
        "of the first format" => database.ExecuteAsync($"""
            {ShortPaths} DROP TABLE neap.staged_line; DROP INDEX neap.file_by_blob; DROP TABLE neap.compaction;
            DELETE FROM neap.migration WHERE version > 1
            """),
        "of a newer version" => database.ExecuteAsync("INSERT INTO neap.migration VALUES (99, now())"),
        "used by another program" => database.ExecuteAsync($"CREATE SCHEMA neap AUTHORIZATION {database.Owner}; CREATE TABLE neap.orders(id integer)"),
        "without pgvector" => database.ExecuteAsync("DROP EXTENSION vector"),
        "without room for a graph" => RefuseGraphAsync("true"),
        "without memory for helpers" => RefuseGraphAsync("current_setting('max_parallel_maintenance_workers') <> '0'"),
        "unable to delete" => database.ExecuteAsync("""
            CREATE FUNCTION spec_keep() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN
              RAISE disk_full USING MESSAGE = 'No space left on device';
            END $body$;
            CREATE TRIGGER spec_keep BEFORE DELETE ON neap.blob EXECUTE FUNCTION spec_keep();
            """),
        "without its chunks" => database.ExecuteAsync("DROP TABLE neap.chunk_1"),
        "without its words" => database.ExecuteAsync("DROP TABLE neap.words_1"),
        "without a table of files" => database.ExecuteAsync("DROP TABLE neap.file"),
        "gone" => Go("gone"),
        _ => throw new SpecException($"Nobody can make a database that is {state}."),
    };

    /// <summary>Has later commands connect as somebody.</summary>
    public async Task ConnectAsync(string who)
    {
        switch (who)
        {
            case "a role that may only search":
                await database.ExecuteAsync($"GRANT USAGE ON SCHEMA neap TO {database.Reader}");
                await database.ExecuteAsync($"GRANT SELECT ON ALL TABLES IN SCHEMA neap TO {database.Reader}");
                database.Become(database.Reader, port: null);
                break;
            case "a role without rights":
                database.Become(database.Reader, port: null);
                break;
            case "the owner with a wrong password":
                workspace.Variables["NEAP_STORE_PASSWORD"] = "not the password";
                break;
            case "the owner without a password":
                workspace.Variables.Remove("NEAP_STORE_PASSWORD");
                break;
            case "the owner with a password in a file":
                workspace.Variables.Remove("NEAP_STORE_PASSWORD");
                workspace.Variables["NEAP_STORE_PASSWORD_FILE"] = workspace.Folder("password");
                await File.WriteAllTextAsync(workspace.Folder("password"), database.Password + "\n");
                break;
            case "the owner with the password in the address":
                workspace.Variables.Remove("NEAP_STORE_PASSWORD");
                workspace.Variables["NEAP_STORE"] =
                    workspace.Address.Replace("@", $":{database.Password}@", StringComparison.Ordinal);
                break;
            case "a role that has to show a ticket":
                await AskForTicketAsync();
                database.Become(database.Reader, port: null);
                break;
            case var owner when Queries.TryGetValue(owner, out var query):
                database.Become(database.Owner, port: null, query);
                break;
            default:
                await OtherwiseAsync(who);
                break;
        }
    }

    private async Task TrustAsync(string? authorities)
    {
        var file = workspace.Folder("authority.crt");
        await File.WriteAllTextAsync(file, authorities);
        database.Become(database.Owner, port: null, $"?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(file)}");
    }

    /// <summary>The server lets the other role in with a Kerberos ticket alone.</summary>
    private async Task AskForTicketAsync()
    {
        await database.ExecuteAsync($"""
            COPY (SELECT 1) TO PROGRAM 'cat > /dev/null; sed -i "1ihost all {database.Reader} all gss" "$PGDATA/pg_hba.conf"'
            """);
        await database.ExecuteAsync("SELECT pg_reload_conf()");
    }

    private async Task OtherwiseAsync(string who)
    {
        switch (who)
        {
            case "the owner who trusts this server's certificate":
                await TrustAsync(await database.ValueAsync<string>("SELECT pg_read_file('server.crt')"));
                break;
            case "the owner whose file of authorities holds none":
                await TrustAsync("nothing of the kind");
                break;
            case "the owner through a pool that keeps sessions":
                database.Become(database.Owner, await pool.StartAsync("session", database.PoolTarget));
                break;
            case "the owner through a pool that shares sessions":
                database.Become(database.Owner, await pool.StartAsync("transaction", database.PoolTarget));
                break;
            default:
                throw new SpecException($"Nobody knows how to connect as {who}.");
        }
    }

    /// <summary>The database has this many finished graphs of neighbours.</summary>
    public async Task ShouldHaveGraphsAsync(int count)
    {
        var found = await database.ValueAsync<long>("""
            SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'hnsw' AND i.indisvalid
            """);
        if (found != count)
        {
            throw new SpecException($"The database has {found} graphs of neighbours instead of {count}.");
        }
    }

    /// <summary>Questions walked this many graphs of neighbours; a connection tells what it did when it ends.</summary>
    public async Task ShouldHaveWalkedGraphsAsync(int count)
    {
        await database.ExecuteAsync("""
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """);
        var found = await database.ValueAsync<long>("""
            SELECT count(*) FROM pg_stat_user_indexes s JOIN pg_class c ON c.oid = s.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'hnsw' AND s.idx_scan > 0
            """);
        if (found != count)
        {
            throw new SpecException($"Questions walked {found} graphs of neighbours instead of {count}.");
        }
    }

    private Task<int> RefuseGraphAsync(string condition) => database.ExecuteAsync($"""
        CREATE FUNCTION spec_refuse() RETURNS event_trigger LANGUAGE plpgsql AS $body$ BEGIN
          IF current_query() LIKE '%hnsw%' AND {condition} THEN RAISE disk_full USING MESSAGE = 'No space left on device'; END IF;
        END $body$;
        CREATE EVENT TRIGGER spec_refuse ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION spec_refuse();
        """);

    private Task Go(string name)
    {
        workspace.Variables["NEAP_STORE"] = workspace.Address = $"{workspace.Address[..workspace.Address.LastIndexOf('/')]}/{name}";
        return Task.CompletedTask;
    }
}
