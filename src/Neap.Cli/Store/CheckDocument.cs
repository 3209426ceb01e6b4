namespace Neap.Cli;

/// <summary>What <c>neap store check</c> found, as JSON.</summary>
internal sealed record CheckDocument
{
    public required string Store { get; init; }

    public required string Kind { get; init; }

    public required bool Exists { get; init; }

    public required bool Ok { get; init; }

    public required long? SchemaVersion { get; init; }

    public required string Sqlite { get; init; }

    public required string? Integrity { get; init; }

    public required long Revisions { get; init; }

    public required long Blobs { get; init; }

    public required long Chunks { get; init; }

    public required long SizeBytes { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }
}
