using System.CommandLine;
using Neap.Core;
using Neap.Vectors.Embedding;

namespace Neap.Cli;

/// <summary>The options that choose the embedder.</summary>
internal sealed class EmbedderOptions
{
    private readonly Option<string?> _kind = new("--embedder")
    {
        Description = "hash (built in, default) or http (any OpenAI-compatible endpoint).",
    };

    private readonly Option<string?> _url = new("--embedder-url") { Description = "Base address of the endpoint, such as http://localhost:11434/v1." };
    private readonly Option<string?> _model = new("--embedder-model") { Description = "The endpoint's model." };
    private readonly Option<string?> _keyFile = new("--embedder-key-file")
    {
        Description = "File that holds the endpoint's key; or set NEAP_EMBEDDER_KEY.",
    };

    public void AddTo(Command command)
    {
        command.Add(_kind);
        command.Add(_url);
        command.Add(_model);
        command.Add(_keyFile);
    }

    /// <summary>True where no server is asked.</summary>
    public static bool IsBuiltIn(Settings settings) =>
        settings.Text(Catalogue.Embedder)!.StartsWith("hash", StringComparison.Ordinal);

    /// <summary>Makes the embedder.</summary>
    /// <param name="settings">What is configured.</param>
    /// <param name="host">Where the clock comes from.</param>
    /// <param name="dimensions">The length of the collection's vectors, so that no server has to be asked; null to ask.</param>
    /// <param name="cancellation">Gives up asking.</param>
    /// <exception cref="NeapException">The settings do not fit together, or the server does not answer.</exception>
    public static ValueTask<ITextEmbedder> CreateAsync(
        Settings settings, CommandHost host, int? dimensions, CancellationToken cancellation)
    {
        var key = settings[Catalogue.EmbedderKey];
        var embedder = new EmbedderSettings
        {
            Embedder = settings.Text(Catalogue.Embedder)!,
            BaseUrl = settings.Text(Catalogue.EmbedderAddress),
            Model = settings.Text(Catalogue.EmbedderModel),
            ApiKeyFile = key.IsFile ? key.Text : null,
            ApiKey = key.IsFile ? null : key.Text,
            Pauses = host.Pauses ?? host.Clock,
            Dimensions = IsBuiltIn(settings) ? null : dimensions,
            MaxConcurrentRequests = (int?)settings.Number(Catalogue.MaxConnections),
            MaxAttempts = (int?)settings.Number(Catalogue.EmbedderAttempts),
            RequestTimeout = settings.Duration(Catalogue.EmbedderTimeout),
        };
        return Embedders.CreateAsync(embedder, host.Clock, cancellation);
    }
}
