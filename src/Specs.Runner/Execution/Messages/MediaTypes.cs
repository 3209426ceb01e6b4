namespace Reqnroll.Execution;

/// <summary>Names the kind of an attached file by its extension.</summary>
internal static class MediaTypes
{
    public static string Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".SVG" => "image/svg+xml",
        ".GIF" => "image/gif",
        ".JSON" => "application/json",
        ".NDJSON" or ".JSONL" => "application/x-ndjson",
        ".HTML" or ".HTM" => "text/html",
        ".XML" => "text/xml",
        ".CSV" => "text/csv",
        ".TXT" or ".LOG" or ".FEATURE" => "text/plain",
        _ => "application/octet-stream",
    };
}
