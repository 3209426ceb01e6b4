using Npgsql;

namespace Drivers;

/// <summary>A PostgreSQL server with pgvector: one for the whole run, or one of a scenario's own that may be killed.</summary>
public sealed class PostgresServer
{
    /// <summary>The image, built from <c>steps/Images/postgres</c>.</summary>
    public const string Image = "neap-specs/postgres:17";

    private const int Inside = 5432;
    private const string Disk = "/var/lib/postgresql";
    private const string Memory = "/var/lib/memory";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<PostgresServer>> OfTheRun = new(StartSharedAsync);

    private readonly IContainers? _engine;
    private readonly string _container = "";

    private PostgresServer(NpgsqlConnectionStringBuilder admin) => Admin = admin;

    private PostgresServer(NpgsqlConnectionStringBuilder admin, IContainers engine, string container)
        : this(admin) => (_engine, _container) = (engine, container);

    /// <summary>How its administrator connects.</summary>
    public NpgsqlConnectionStringBuilder Admin { get; }

    /// <summary>The server that the scenarios of this run share.</summary>
    public static Task<PostgresServer> SharedAsync() => OfTheRun.Value;

    /// <summary>Removes the shared server, where this run started one.</summary>
    public static async Task EndAsync()
    {
        if (OfTheRun.IsValueCreated && OfTheRun.Value.IsCompletedSuccessfully)
        {
            await (await OfTheRun.Value).RemoveAsync();
        }
    }

    /// <summary>Starts a server of one's own, whose data is on a disk and outlives a kill.</summary>
    public static Task<PostgresServer> StartAsync() => StartAsync(isKept: true);

    private static async Task<PostgresServer> StartAsync(bool isKept)
    {
        var engine = ContainerEngine.Open();
        var password = Guid.NewGuid().ToString("n");
        var port = FreePort.Choose();
        var id = await engine.RunAsync(new ContainerPlan(Image)
        {
            Variables = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = password, ["PGDATA"] = $"{(isKept ? Disk : Memory)}/data" },
            Command = ["start-postgres", "-c", "fsync=off", .. isKept ? Array.Empty<string>() : ["-c", "max_wal_size=128MB"]],
            InMemory = isKept ? [] : [Memory],
            Port = Inside,
            HostPort = port,
            Labels = RunLabels.Mine(),
        });
        var server = new PostgresServer(Administrator("127.0.0.1", port, password), engine, id);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Kills the server with signal 9, as a power cut would.</summary>
    public Task KillAsync() => _engine!.TellAsync(_container, ContainerOrder.Kill);

    /// <summary>Starts the killed server on what is left on its disk.</summary>
    public async Task RestartAsync()
    {
        await _engine!.TellAsync(_container, ContainerOrder.Start);
        await ReadyAsync();
    }

    /// <summary>Stops every process of the server where it stands: it accepts connections and says nothing.</summary>
    public Task PauseAsync() => _engine!.TellAsync(_container, ContainerOrder.Pause);

    /// <summary>Removes it.</summary>
    public async Task RemoveAsync()
    {
        if (_engine is not null)
        {
            await _engine.RemoveAsync(_container);
            _engine.Dispose();
        }
    }

    /// <summary>Opens a connection of the administrator.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Admin.ConnectionString) { Database = database }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        PostgresServer server;
        if (Environment.GetEnvironmentVariable("SPECS_POSTGRES") is { Length: > 0 } given)
        {
            server = new PostgresServer(Given(given));
        }
        else
        {
            using var engine = ContainerEngine.Open();
            await RunLabels.SweepAsync(engine);
            server = await StartAsync(isKept: false);
        }

        return server;
    }

    private static NpgsqlConnectionStringBuilder Given(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return new NpgsqlConnectionStringBuilder(text) { Pooling = false };
        }

        var url = new Uri(text);
        var user = url.UserInfo.Split(':', 2);
        var admin = Administrator(url.Host, url.Port > 0 ? url.Port : Inside, Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""));
        admin.Username = Uri.UnescapeDataString(user[0]);
        admin.SslMode = SslMode.Prefer;
        return admin;
    }

    private static NpgsqlConnectionStringBuilder Administrator(string host, int port, string password) => new()
    {
        Host = host,
        Port = port,
        Username = "postgres",
        Password = password,
        Database = "postgres",
        Timeout = 60, // for a machine that is busy with other things
        Pooling = false,
        SslMode = SslMode.Disable,
    };

    private async Task ReadyAsync()
    {
        var pause = TimeSpan.FromMilliseconds(50);
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync("postgres");
                return;
            }
            catch (Exception early) when (early is NpgsqlException or IOException or TimeoutException && !limit.IsCancellationRequested)
            {
                await Task.Delay(pause, TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
