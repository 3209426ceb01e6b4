using System.Text.Json.Nodes;
using Neap.Core;

namespace Neap.Vectors.Servers;

/// <summary>An entry as the fields that a server keeps beside the vector. Names are part of the format.</summary>
internal static class PointFields
{
    public const string Slot = "slot";
    public const string PathKey = "path_key";
    public const string Born = "born";
    public const string Retired = "retired";

    /// <summary>Fields of text.</summary>
    public static readonly string[] Texts = [Slot, PathKey, "path", "repository", "blob", "encoding", "sha256"];

    /// <summary>Fields of whole numbers.</summary>
    public static readonly string[] Numbers = [Born, Retired, "size", "chunk", "offset", "length", "first_line", "last_line"];

    /// <summary>A path as hexadecimal digits: it is bytes, and texts of a server are not.</summary>
    public static string KeyOf(RepoPath path) => Convert.ToHexStringLower(path.Bytes);

    /// <summary>The fields of a point.</summary>
    public static JsonObject Write(Point point) => new()
    {
        [Slot] = point.Slot,
        [PathKey] = KeyOf(point.Entry.Path),
        ["path"] = System.Text.Encoding.UTF8.GetString(point.Entry.Path.Bytes),
        ["repository"] = point.Entry.Slot.Repository,
        ["blob"] = point.Entry.Blob.ToString(),
        ["encoding"] = Names.Of(point.Entry.Encoding),
        ["sha256"] = Convert.ToHexStringLower(point.Entry.TextSha256.Span),
        [Born] = point.Born,
        [Retired] = point.Retired,
        ["size"] = point.Entry.SizeBytes,
        ["chunk"] = point.Entry.Chunk,
        ["offset"] = point.Entry.Range.OffsetBytes,
        ["length"] = point.Entry.Range.LengthBytes,
        ["first_line"] = point.Entry.Range.FirstLine,
        ["last_line"] = point.Entry.Range.LastLine,
    };

    /// <summary>Reads a point back.</summary>
    /// <exception cref="InvalidDataException">A field is missing or is not what was written.</exception>
    public static Point Read(string id, JsonNode? fields, JsonNode? vector, Revision revision)
    {
        try
        {
            return new Point(Guid.Parse(id), Text(fields, Slot), Entry(fields, vector, revision))
            {
                Born = Number(fields, Born),
                Retired = Number(fields, Retired),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or NullReferenceException)
        {
            throw new InvalidDataException($"Point {id} is not as it was written.", wrong);
        }
    }

    /// <summary>A vector as the server wants it.</summary>
    public static JsonArray Vector(ReadOnlySpan<float> vector)
    {
        var numbers = new JsonArray();
        foreach (var number in vector)
        {
            numbers.Add(JsonValue.Create(number));
        }

        return numbers;
    }

    private static EntryRecord Entry(JsonNode? fields, JsonNode? vector, Revision revision) => new()
    {
        Slot = revision.Slot,
        Commit = revision.Commit,
        Path = RepoPath.FromGit(Convert.FromHexString(Text(fields, PathKey))),
        Blob = new BlobId(ObjectId.TryParse(Text(fields, "blob"), out var blob) ? blob : throw new FormatException()),
        SizeBytes = Number(fields, "size"),
        Encoding = Names.TryParse<TextEncoding>(Text(fields, "encoding"), out var encoding) ? encoding : throw new FormatException(),
        Chunk = (int)Number(fields, "chunk"),
        Range = new ChunkRange(
            Number(fields, "offset"), (int)Number(fields, "length"), (int)Number(fields, "first_line"),
            (int)Number(fields, "last_line")),
        TextSha256 = Convert.FromHexString(Text(fields, "sha256")),
        Vector = vector is JsonArray numbers ? numbers.Select(number => (float)number!.GetValue<double>()).ToArray() : default,
        Embedder = revision.Content.Embedder,
    };

    private static string Text(JsonNode? fields, string name) =>
        fields?[name]?.GetValue<string>() ?? throw new FormatException(name);

    /// <summary>Some servers answer whole numbers as floating-point ones.</summary>
    private static long Number(JsonNode? fields, string name) =>
        (long)(fields?[name]?.GetValue<double>() ?? throw new FormatException(name));
}
