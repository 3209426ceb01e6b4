namespace Reqnroll.Execution;

/// <summary>Names the kind of an attached file by its extension.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".ndjson"] = "application/x-ndjson",
        [".jsonl"] = "application/x-ndjson",
        [".html"] = "text/html",
        [".xml"] = "text/xml",
        [".csv"] = "text/csv",
        [".txt"] = "text/plain",
        [".log"] = "text/plain",
        [".feature"] = "text/plain",
    };

    /// <summary>What a name that ends in <c>.repo.json</c> and the like holds: data that the living documentation draws.</summary>
    private static readonly string[] Drawn = ["repo", "index", "timeline", "metric"];

    public static string Of(string path) =>
        Drawn.FirstOrDefault(kind => path.EndsWith($".{kind}.json", StringComparison.Ordinal)) is { } drawn
            ? $"application/vnd.specs.{drawn}+json"
            : ByExtension.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
}
