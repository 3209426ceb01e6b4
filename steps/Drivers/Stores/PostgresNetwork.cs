namespace Drivers;

/// <summary>What is wrong between Neap and a database, with a proxy between them.</summary>
public sealed class PostgresNetwork(PostgresStore database) : IDisposable
{
    private FaultProxy? _proxy;

    /// <summary>Every piece of a reply arrives this much later.</summary>
    public void Delay(TimeSpan delay) => Through().Faults = new NetworkFaults { Delay = delay };

    /// <summary>From now on nothing passes either way, and nobody is told.</summary>
    public void FallSilent() => Through().Faults = new NetworkFaults { IsBlackhole = true };

    /// <summary>The transaction that says this is committed, and from then on nothing passes either way.</summary>
    /// <param name="statement">What the transaction says before its end.</param>
    /// <param name="andTurnAway">Whether later connections are cut as soon as something is said on them.</param>
    public void FallSilentAfterCommitOf(string statement, bool andTurnAway) => Through("?sslmode=disable").Faults =
        new NetworkFaults { LosesCommitOf = statement, IsSilentThen = true, IsTurningAwayThen = andTurnAway };

    /// <summary>The next connections are cut as soon as something is said on them.</summary>
    public void DropNext(int connections) =>
        Through().Faults = new NetworkFaults { DropsUntilConnection = _proxy!.Connections + connections };

    /// <summary>Nothing is wrong from now on.</summary>
    /// <param name="isIn">True to have commands go through the proxy all the same.</param>
    public void StandBetween(bool isIn)
    {
        if (isIn)
        {
            Through().Faults = new NetworkFaults();
        }
    }

    /// <summary>True while somebody waits for an answer that will not come.</summary>
    public bool IsSilent => _proxy is { IsAsked: true, Faults.IsBlackhole: true };

    /// <summary>The transaction that says this is committed, and its client never hears of it; once.</summary>
    /// <remarks>The proxy has to read along, so nothing is encrypted.</remarks>
    /// <param name="statement">What the transaction says before its end.</param>
    /// <param name="thenDrop">So many of the connections after that one are cut, too.</param>
    public void LoseCommitOf(string statement, int thenDrop = 0) =>
        Through("?sslmode=disable").Faults = new NetworkFaults { LosesCommitOf = statement, DropsThen = thenDrop };

    /// <summary>What was to be lost was lost.</summary>
    public void ShouldHaveStruck()
    {
        if (_proxy?.Faults.LosesCommitOf is not null)
        {
            throw new SpecException("The answer to a commit was to be lost, and never was.");
        }
    }

    /// <summary>Something was said on every connection that was made.</summary>
    public void ShouldHaveUsedAll()
    {
        if (_proxy is not { Used: > 0 } || _proxy.Used != _proxy.Connections)
        {
            throw new SpecException($"Of {_proxy?.Connections ?? 0} connections {_proxy?.Used ?? 0} were used.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _proxy?.Dispose();

    private FaultProxy Through(string query = "")
    {
        _proxy ??= new FaultProxy(database.Server.Admin.Host!, database.Server.Admin.Port);
        database.Become(database.Owner, _proxy.Port, query);
        return _proxy;
    }
}
