using System.Globalization;

namespace Neap.Vectors.Embedding;

/// <summary>What is wrong with an <see cref="HttpEmbedderOptions"/>, all at once.</summary>
internal static class HttpEmbedderRules
{
    public static IEnumerable<string> Problems(HttpEmbedderOptions options) =>
        UrlProblems(options.BaseUrl)
            .Concat(KeyProblems(options))
            .Concat(NumberProblems(options))
            .Concat(TimeProblems(options));

    private static IEnumerable<string> UrlProblems(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            yield return $"The server's address {EmbeddingUrl.Shown(url)} does not begin with http:// or https://.";
        }
        else if (url.UserInfo.Length > 0)
        {
            yield return "The server's address holds a user name or password; give a key instead.";
        }
    }

    private static IEnumerable<string> KeyProblems(HttpEmbedderOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return "No model is named.";
        }

        if (options.ApiKey is not null && options.ApiKeyFile is not null)
        {
            yield return "The key is given twice, as itself and as a file.";
        }

        if (options.ApiKey?.Trim() is { } key && !ApiKey.IsSendable(key))
        {
            yield return "The key is empty or holds characters that cannot be sent.";
        }

        var url = options.BaseUrl;
        if ((options.ApiKey ?? options.ApiKeyFile) is not null
            && url is { IsAbsoluteUri: true, Scheme: "http", IsLoopback: false })
        {
            yield return $"The key would travel readable by anyone to {EmbeddingUrl.Shown(url)}; use https.";
        }
    }

    private static IEnumerable<string> NumberProblems(HttpEmbedderOptions options) =>
        Within("The number of dimensions", options.Dimensions ?? 1, 1, 8192)
            .Concat(Within("The number of texts in a request", options.MaxBatchTexts, 1, 2048))
            .Concat(Within("The number of bytes in a request", options.MaxBatchBytes, 1024, 64 << 20))
            .Concat(Within("The number of requests at once", options.MaxConcurrentRequests, 1, 64))
            .Concat(Within("The number of attempts", options.MaxAttempts ?? 1, 1, 20));

    private static IEnumerable<string> TimeProblems(HttpEmbedderOptions options)
    {
        var hour = (long)TimeSpan.FromHours(1).TotalMilliseconds;
        return Within("The limit of a request in ms", (long)options.RequestTimeout.TotalMilliseconds, 1000, hour);
    }

    private static IEnumerable<string> Within(string what, long value, long least, long most) =>
        value >= least && value <= most
            ? []
            : [string.Create(
                CultureInfo.InvariantCulture, $"{what} is {value:N0}; allowed are {least:N0} to {most:N0}.")];
}
