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
    public bool IsBuiltIn(ParseResult parsed, CommandHost host) =>
        KindOf(parsed, host).StartsWith("hash", StringComparison.Ordinal);

    private string KindOf(ParseResult parsed, CommandHost host) =>
        parsed.GetValue(_kind) ?? host.Variable("NEAP_EMBEDDER") ?? "hash";

    /// <summary>Makes the embedder.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">Where variables and the clock come from.</param>
    /// <param name="dimensions">The length of the collection's vectors, so that no server has to be asked; null to ask.</param>
    /// <param name="cancellation">Gives up asking.</param>
    /// <exception cref="NeapException">The settings do not fit together, or the server does not answer.</exception>
    public ValueTask<ITextEmbedder> CreateAsync(
        ParseResult parsed, CommandHost host, int? dimensions, CancellationToken cancellation)
    {
        var settings = new EmbedderSettings
        {
            Embedder = KindOf(parsed, host),
            BaseUrl = parsed.GetValue(_url) ?? host.Variable("NEAP_EMBEDDER_URL"),
            Model = parsed.GetValue(_model) ?? host.Variable("NEAP_EMBEDDER_MODEL"),
            ApiKeyFile = parsed.GetValue(_keyFile) is { } file ? host.Absolute(file) : host.Variable("NEAP_EMBEDDER_KEY_FILE"),
            ApiKey = host.Variable("NEAP_EMBEDDER_KEY"),
        };
        settings = IsBuiltIn(parsed, host) ? settings : settings with { Dimensions = dimensions };
        return Embedders.CreateAsync(settings, host.Clock, cancellation);
    }
}
