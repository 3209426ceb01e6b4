using Npgsql;

namespace Drivers;

/// <summary>The scenario's own database, with roles of its own, on a server that others use too.</summary>
public sealed class PostgresStore(Workspace workspace)
{
    private readonly string _name = $"spec_{Guid.NewGuid():n}";
    private readonly string _password = Guid.NewGuid().ToString("n");
    private PostgresServer? _server;
    private bool _isOwn;

    /// <summary>The server.</summary>
    public PostgresServer Server => _server ?? throw new SpecException("The index is not kept in PostgreSQL.");

    /// <summary>True where the index is kept there.</summary>
    public bool IsUsed => _server is not null;

    /// <summary>The role that owns the index.</summary>
    public string Owner => _name;

    /// <summary>A role that may search alone.</summary>
    public string Reader => _name + "_reader";

    /// <summary>The password of both roles.</summary>
    public string Password => _password;

    /// <summary>Makes the database, and has all later commands keep the index there.</summary>
    /// <param name="own">True for a server of the scenario's own.</param>
    public async Task UseAsync(bool own)
    {
        _isOwn = own;
        _server = own ? await PostgresServer.StartAsync() : await PostgresServer.SharedAsync();
        await using var admin = await _server.OpenAsync("postgres");
        await RunAsync(admin, $"CREATE ROLE {Owner} LOGIN PASSWORD '{_password}'");
        await RunAsync(admin, $"CREATE ROLE {Reader} LOGIN PASSWORD '{_password}'");
        await RunAsync(admin, $"CREATE DATABASE {_name} OWNER {Owner}");
        await ExecuteAsync("CREATE EXTENSION vector");
        Become(Owner, port: null);
    }

    /// <summary>Has all later commands connect as a role, perhaps through another port of this machine.</summary>
    /// <param name="role">The role.</param>
    /// <param name="port">The port; null for the server's own.</param>
    /// <param name="query">What follows the database in the address, with its question mark.</param>
    public void Become(string role, int? port, string query = "")
    {
        workspace.Address = AddressOf(role, port) + query;
        workspace.Variables["NEAP_STORE"] = workspace.Address;
        workspace.Variables["NEAP_STORE_PASSWORD"] = _password;
    }

    /// <summary>The address that a role connects to.</summary>
    public string AddressOf(string role, int? port) =>
        $"postgresql://{role}@{Server.Admin.Host}:{port ?? Server.Admin.Port}/{_name}";

    /// <summary>The database and its owner, as a pool of connections is told them.</summary>
    public string PoolTarget =>
        $"host={Server.Admin.Host} port={Server.Admin.Port} dbname={_name} user={Owner} password={_password}";

    /// <summary>Connects to the database as its administrator.</summary>
    internal Task<NpgsqlConnection> OpenAsync() => Server.OpenAsync(_name);

    /// <summary>Runs a statement in the database as its administrator, behind the product's back.</summary>
    public async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await OpenAsync();
        return await RunAsync(connection, sql, values);
    }

    /// <summary>One value out of the database.</summary>
    public async Task<T?> ValueAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        return await ValueAsync<T>(connection, sql);
    }

    /// <summary>Removes the database and its roles, or the whole server where it was the scenario's own.</summary>
    public async Task EndAsync()
    {
        if (_server is null)
        {
            return;
        }

        if (_isOwn)
        {
            await _server.RemoveAsync();
            return;
        }

        await using var admin = await _server.OpenAsync("postgres");
        await RunAsync(admin, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        await RunAsync(admin, $"DROP ROLE IF EXISTS {Reader}");
        await RunAsync(admin, $"DROP ROLE IF EXISTS {Owner}");
    }

    internal static async Task<T?> ValueAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql, []);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    internal static async Task<int> RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text comes from the drivers themselves
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
