namespace Neap.Vectors.Sqlite;

/// <summary>Where an embedded index is and how it is opened.</summary>
public sealed record SqliteStoreOptions
{
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>The index file; its folder is made where it does not exist.</summary>
    public required string Path { get; init; }

    /// <summary>The clock that waiting for other writers is measured by.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether the index may be changed; by default it may.</summary>
    public StoreMode Mode { get; init; }

    /// <summary>How long to wait for another writer in all: 30 s by default, from 0 to 1 hour.</summary>
    public TimeSpan Patience
    {
        get => _patience;
        init => _patience = value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Patience is from 0 to 1 hour.");
    }
}

/// <summary>What an index is opened for.</summary>
public enum StoreMode
{
    /// <summary>Reading and writing; a missing index is made.</summary>
    ReadWrite,

    /// <summary>Reading alone; a missing index is an error and nothing is made.</summary>
    ReadOnly,
}
