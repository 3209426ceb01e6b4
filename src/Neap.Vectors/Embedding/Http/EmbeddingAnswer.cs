using System.Runtime.InteropServices;
using System.Text.Json;

namespace Neap.Vectors.Embedding;

/// <summary>The body of an answer, checked.</summary>
internal static class EmbeddingAnswer
{
    /// <summary>The vectors in the order of the request.</summary>
    /// <exception cref="FormatException">The answer breaks its contract; the message says how.</exception>
    public static float[][] Read(ReadOnlyMemory<byte> body, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Vectors(document.RootElement, count);
        }
        catch (JsonException exception)
        {
            throw new FormatException("the body is not JSON", exception);
        }
    }

    /// <summary>What a server says about a refusal, where it says it in a form that is known; else empty.</summary>
    public static string Complaint(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return Text(Member(root, "error")) ?? Text(root) ?? "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page, broken text or nothing at all: the status alone has to do.
            return "";
        }
    }

    private static float[][] Vectors(JsonElement root, int count)
    {
        if (Member(root, "data") is not { ValueKind: JsonValueKind.Array } data)
        {
            throw new FormatException("it has no list named data");
        }

        if (data.GetArrayLength() != count)
        {
            throw new FormatException($"{count} vectors were asked for and {data.GetArrayLength()} came");
        }

        var vectors = new float[count][];
        var position = 0;
        foreach (var item in data.EnumerateArray())
        {
            var index = Index(item, position++);
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                throw new FormatException($"index {index} stands for no text of the request, or comes twice");
            }

            vectors[index] = Vector(Member(item, "embedding"));
        }

        return vectors;
    }

    private static int Index(JsonElement item, int position) => Member(item, "index") switch
    {
        null => position,
        { ValueKind: JsonValueKind.Number } index when index.TryGetInt32(out var number) => number,
        _ => -1,
    };

    private static float[] Vector(JsonElement? embedding) => embedding switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Number)],
        { ValueKind: JsonValueKind.String } packed when packed.TryGetBytesFromBase64(out var bytes) =>
            MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
        _ => throw new FormatException("a vector is missing or no list of numbers"),
    };

    private static float Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetSingle(out var number)
            ? number
            : throw new FormatException("a vector holds something that is no number");

    private static string? Text(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } some => Text(Member(some, "message")) ?? Text(Member(some, "detail")),
        _ => null,
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
