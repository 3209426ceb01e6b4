namespace Specs.Report;

/// <summary>Everything a command touches outside its own process state.</summary>
public sealed record SpecsHost
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where problems go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The clock; quarantine ends by its day.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Today, UTC.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>A path as the person meant it.</summary>
    internal string Absolute(string path) => Path.GetFullPath(path, WorkingFolder);
}
