using System.Collections.Frozen;

namespace Neap.Changes;

/// <summary>Media types of common file names; others are told by whether they are text.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        ["css"] = "text/css",
        ["csv"] = "text/csv",
        ["gif"] = "image/gif",
        ["htm"] = "text/html",
        ["html"] = "text/html",
        ["jpeg"] = "image/jpeg",
        ["jpg"] = "image/jpeg",
        ["js"] = "text/javascript",
        ["json"] = "application/json",
        ["md"] = "text/markdown",
        ["mjs"] = "text/javascript",
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
        ["svg"] = "image/svg+xml",
        ["wasm"] = "application/wasm",
        ["webp"] = "image/webp",
        ["xml"] = "application/xml",
        ["yaml"] = "application/yaml",
        ["yml"] = "application/yaml",
        ["zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a file.</summary>
    public static string Of(RepoPath path, FeedCarrier carrier)
    {
        var extension = Path.GetExtension(SurrogateEscape.Decode(path.FileName)).TrimStart('.');
        return ByExtension.TryGetValue(extension, out var type) ? type
            : carrier is FeedCarrier.Binary or FeedCarrier.TooLarge or FeedCarrier.Missing ? "application/octet-stream"
            : "text/plain";
    }
}
