using Neap.Vectors.Stores;

namespace Neap.Vectors.Postgres;

/// <summary>Which database is the index, and how long it may take to answer.</summary>
public sealed record PostgresOptions
{
    private readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _statementTimeout = TimeSpan.FromMinutes(2);

    /// <summary>The database.</summary>
    public required StoreAddress.Postgres Address { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How long a connection may take: 10 s by default, from 1 s to 5 minutes.</summary>
    public TimeSpan ConnectTimeout
    {
        get => _connectTimeout;
        init => _connectTimeout = Bounded(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    /// <summary>How long one statement may take: 2 minutes by default, from 1 s to 1 day. Building an index has no limit.</summary>
    public TimeSpan StatementTimeout
    {
        get => _statementTimeout;
        init => _statementTimeout = Bounded(value, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    }

    /// <summary>Most connections that this process holds: 40.</summary>
    public int PoolSize { get; init; } = 40;

    /// <summary>From so many chunks on, an approximate index of the vectors is built after the load: 1,000.</summary>
    public long NearestNeighbourIndexFrom { get; init; } = 1_000;

    private static TimeSpan Bounded(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A time limit is from {least} to {most}.");
}
