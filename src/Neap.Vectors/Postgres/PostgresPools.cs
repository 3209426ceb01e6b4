using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>The pools of connections of this process: one for each database and role.</summary>
/// <remarks>
/// Every wait is bounded: connecting, a statement, and the silence of a server that has gone (keepalive). A client
/// without these hangs for minutes when a server is switched off.
/// </remarks>
internal static class PostgresPools
{
    private const int KeepAliveSeconds = 15;
    private const int IdleSeconds = 10;

    private static readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> Pools = new();

    /// <summary>The pool for a database.</summary>
    public static NpgsqlDataSource Get(PostgresOptions options)
    {
        var text = Text(options);
        return Pools.GetOrAdd(text, new Lazy<NpgsqlDataSource>(() => Make(text))).Value;
    }

    private static NpgsqlDataSource Make(string text)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(text);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    private static string Text(PostgresOptions options)
    {
        var url = options.Address.Url;
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host.Trim('[', ']'),
            Port = url.Port > 0 ? url.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(url.AbsolutePath[1..]),
            Username = url.UserInfo.Length > 0 ? Uri.UnescapeDataString(url.UserInfo) : Environment.UserName,
            Password = options.Address.Password,
            ApplicationName = Applicant,
            Timeout = (int)options.ConnectTimeout.TotalSeconds,
            CommandTimeout = (int)options.StatementTimeout.TotalSeconds,
            CancellationTimeout = 2000,
            KeepAlive = KeepAliveSeconds,
            TcpKeepAlive = true,
            MaxPoolSize = options.PoolSize,
            ConnectionIdleLifetime = IdleSeconds,
            ConnectionPruningInterval = IdleSeconds,
            PersistSecurityInfo = false,
            IncludeErrorDetail = false,
            Enlist = false,

            // Kerberos is not built in; asked for all the same, every connection is made twice.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        PostgresParameters.Apply(options.Address, builder);
        return builder.ConnectionString;
    }

    /// <summary>What an operator of the server sees in <c>pg_stat_activity</c>, and another run is told.</summary>
    private static string Applicant => string.Create(
        CultureInfo.InvariantCulture, $"neap {Environment.ProcessId} on {Environment.MachineName}");
}
