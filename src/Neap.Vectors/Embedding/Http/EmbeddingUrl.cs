namespace Neap.Vectors.Embedding;

/// <summary>The addresses of an OpenAI-compatible server.</summary>
internal static class EmbeddingUrl
{
    private const string Resource = "/embeddings";

    /// <summary>Where requests go; the query stays, as some clouds keep the version of their interface there.</summary>
    public static Uri Of(Uri baseUrl)
    {
        var path = baseUrl.AbsolutePath.TrimEnd('/');
        var full = path switch
        {
            "" => "/v1" + Resource,
            _ when path.EndsWith(Resource, StringComparison.Ordinal) => path,
            _ => path + Resource,
        };
        return new UriBuilder(baseUrl) { Path = full, Fragment = "" }.Uri;
    }

    /// <summary>The address as messages show it: no user, no password, no query.</summary>
    public static string Shown(Uri url) => url.IsAbsoluteUri
        ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : url.OriginalString;
}
