using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>A secret that can be sent and never printed.</summary>
internal sealed class ApiKey(string secret)
{
    /// <summary>What goes into the header.</summary>
    public string Secret { get; } = secret;

    public static bool IsSendable(string secret) => secret.Length > 0 && secret.All(c => c is > ' ' and <= '~');

    /// <summary>The key of the options, read from its file where it is one; null where there is none.</summary>
    public static ApiKey? Of(HttpEmbedderOptions options)
    {
        if (options.ApiKeyFile is not { } file)
        {
            return options.ApiKey is { } given ? new ApiKey(given.Trim()) : null;
        }

        try
        {
            var secret = File.ReadAllText(file).Trim();
            return IsSendable(secret) ? new ApiKey(secret) : throw Unusable(file, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unusable(file, exception);
        }
    }

    /// <summary>Text of a server that may repeat the key back.</summary>
    public string Conceal(string text) => text.Replace(Secret, "***", StringComparison.Ordinal);

    public override string ToString() => "***";

    private static NeapException Unusable(string file, Exception? inner) => new(
        FailureKind.Usage,
        $"The key of the embedding server cannot be read from {file}.",
        "Nothing was sent. The file must be readable and hold the key alone, on one line.",
        inner);
}
