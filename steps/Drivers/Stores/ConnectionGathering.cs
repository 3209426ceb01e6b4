using Npgsql;

namespace Drivers;

/// <summary>Has a database answer nobody who searches before so many connections are open at the same time.</summary>
public sealed class ConnectionGathering(PostgresStore database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private Task<long>? _gathered;

    /// <summary>From now on nobody is answered until so many wait for it.</summary>
    public async Task BeginAsync(int connections)
    {
        var door = await database.OpenAsync();
        await PostgresStore.RunAsync(door, "BEGIN");
        await PostgresStore.RunAsync(door, "LOCK TABLE neap.revision IN ACCESS EXCLUSIVE MODE");
        _gathered = OpenWhenAsync(door, connections);
    }

    /// <summary>So many connections were open at once, each with a question under way.</summary>
    public async Task ShouldHaveReachedAsync(int connections)
    {
        var most = _gathered is null ? throw new SpecException("Nobody was made to wait.") : await _gathered;
        most.Should().Be(connections, "so many connections wait at the same time, as pg_stat_activity shows them");
    }

    private async Task<long> OpenWhenAsync(NpgsqlConnection door, int connections)
    {
        await using var shut = door;
        await using var eye = await database.OpenAsync(); // within one transaction pg_stat_activity does not change
        using var limit = new CancellationTokenSource(Patience);
        long waiting;
        while ((waiting = await WaitingAsync(eye)) < connections && !limit.IsCancellationRequested)
        {
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }

        await PostgresStore.RunAsync(door, "ROLLBACK");
        return waiting;
    }

    private Task<long> WaitingAsync(NpgsqlConnection eye) => PostgresStore.ValueAsync<long>(eye, """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND usename <> current_user AND state = 'active' AND wait_event_type = 'Lock'
        """);
}
