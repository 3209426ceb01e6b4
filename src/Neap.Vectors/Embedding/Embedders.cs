using System.Globalization;
using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>From settings to an embedder.</summary>
public static class Embedders
{
    private const string Known = "hash, hash:DIMENSIONS, http:MODEL";

    /// <summary>The embedder that the settings name.</summary>
    /// <param name="settings">As configuration spells them.</param>
    /// <param name="timeProvider">The clock of waits and limits.</param>
    /// <param name="cancellation">Gives up asking the server for the length of its vectors.</param>
    /// <exception cref="NeapException">
    /// The settings are wrong (all that is wrong is listed), or the server did not say the length of its vectors.
    /// </exception>
    public static async ValueTask<ITextEmbedder> CreateAsync(
        EmbedderSettings settings, TimeProvider timeProvider, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (kind, argument) = Split(settings.Embedder);
        switch (kind)
        {
            case "hash":
                return Hash(argument, settings.Dimensions);
            case "http":
                var options = Http(argument, settings) with { TimeProvider = timeProvider };
                return await HttpEmbedder.CreateAsync(options, cancellation);
            default:
                EmbedderProblems.ThrowIfAny([$"There is no embedder \"{settings.Embedder}\"; known are {Known}."]);
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static (string Kind, string? Argument) Split(string embedder) => embedder.Split(':', 2) switch
    {
        [var kind, var argument] => (kind.Trim(), argument.Trim()),
        _ => (embedder.Trim(), null),
    };

    private static HashEmbedder Hash(string? argument, int? dimensions)
    {
        var number = dimensions ?? HashEmbedder.DefaultDimensions;
        var parsed = argument is null
            || int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        EmbedderProblems.ThrowIfAny(HashProblems(parsed ? number : null, argument is null ? null : dimensions));
        return new HashEmbedder(number);
    }

    private static IEnumerable<string> HashProblems(int? number, int? twice)
    {
        if (number is not (>= HashEmbedder.LeastDimensions and <= HashEmbedder.MostDimensions))
        {
            yield return $"The dimensions of hash must be a number from {HashEmbedder.LeastDimensions} to "
                + $"{HashEmbedder.MostDimensions}.";
        }

        if (twice is not null && twice != number)
        {
            yield return "The dimensions are given twice, after hash: and as a setting, and differ.";
        }
    }

    private static HttpEmbedderOptions Http(string? argument, EmbedderSettings settings)
    {
        var url = Uri.TryCreate(settings.BaseUrl, UriKind.Absolute, out var parsed) ? parsed : null;
        var model = argument ?? settings.Model;
        var options = new HttpEmbedderOptions
        {
            BaseUrl = url ?? new Uri("https://localhost"),
            Model = model ?? "",
            ApiKey = settings.ApiKey,
            ApiKeyFile = settings.ApiKeyFile,
            Dimensions = settings.Dimensions,
            Pauses = settings.Pauses,
        };
        options = options with
        {
            MaxBatchTexts = settings.MaxBatchTexts ?? options.MaxBatchTexts,
            RequestTimeout = settings.RequestTimeout ?? options.RequestTimeout,
            MaxConcurrentRequests = settings.MaxConcurrentRequests ?? options.MaxConcurrentRequests,
            MaxAttempts = settings.MaxAttempts ?? options.MaxAttempts,
        };
        string[] address = url is null ? ["The address of the embedding server is missing or not a URL."] : [];
        EmbedderProblems.ThrowIfAny(address.Concat(HttpEmbedderRules.Problems(options)));
        return options;
    }
}
