namespace Neap.Vectors.Embedding;

/// <summary>Where and how an <see cref="HttpEmbedder"/> asks for vectors.</summary>
public sealed record HttpEmbedderOptions
{
    /// <summary>
    /// The server: <c>http://localhost:11434</c>, <c>https://api.openai.com/v1</c>, or a deployment's address with its
    /// query. <c>/embeddings</c> is added where the path does not end with it, <c>/v1/embeddings</c> where it has none.
    /// </summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The model's name, as the server knows it.</summary>
    public required string Model { get; init; }

    /// <summary>The key, sent as a bearer token; never printed. Excludes <see cref="ApiKeyFile"/>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A file that holds the key and nothing else; white space around it is ignored.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>Length of the model's vectors, 1 to 8,192; null asks the server once.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Texts in one request: 1 to 2,048, default 96. Falls when a server refuses that many.</summary>
    public int MaxBatchTexts { get; init; } = 96;

    /// <summary>Bytes of text in one request: 1,024 to 67,108,864, default 524,288. A longer text goes alone.</summary>
    public int MaxBatchBytes { get; init; } = 512 * 1024;

    /// <summary>Limit of one attempt: 1 second to 1 hour, default 60 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests under way at once: 1 to 64, default 4.</summary>
    public int MaxConcurrentRequests { get; init; } = 4;

    /// <summary>The most attempts for one request, the first included: 1 to 20; null leaves it to the retry policies.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The clock of the limits of requests; default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The clock of the pauses between tries; default the system's.</summary>
    public TimeProvider Pauses { get; init; } = TimeProvider.System;

    /// <summary>The server and the model; not the key.</summary>
    public override string ToString() => $"{Model} at {EmbeddingUrl.Shown(BaseUrl)}";
}
