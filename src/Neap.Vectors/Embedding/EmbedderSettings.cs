namespace Neap.Vectors.Embedding;

/// <summary>Which embedder a collection uses, as configuration spells it.</summary>
public sealed record EmbedderSettings
{
    /// <summary>
    /// <c>hash</c> (the default, 384 dimensions), <c>hash:DIMENSIONS</c> (8 to 4,096), <c>http:MODEL</c>, or
    /// <c>http</c> with <see cref="Model"/>.
    /// </summary>
    public string Embedder { get; init; } = "hash";

    /// <summary>The address of the embedding server; needed for <c>http</c> only.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The model, where <see cref="Embedder"/> is just <c>http</c>.</summary>
    public string? Model { get; init; }

    /// <summary>The key of the server; never printed.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A file that holds the key of the server.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>Length of a vector; for <c>http</c> null asks the server with one request.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Texts in one request, 1 to 2,048; null for 96.</summary>
    public int? MaxBatchTexts { get; init; }

    /// <summary>Limit of one request, 1 second to 1 hour; null for 60 seconds.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>Requests under way at once, 1 to 64; null for 4.</summary>
    public int? MaxConcurrentRequests { get; init; }

    /// <summary>The clock of the pauses between tries; default the system's.</summary>
    public TimeProvider Pauses { get; init; } = TimeProvider.System;

    /// <summary>The most attempts for one request, 1 to 20; null leaves it to the retry policies.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The embedder and its server; not the key.</summary>
    public override string ToString() => Embedder;
}
