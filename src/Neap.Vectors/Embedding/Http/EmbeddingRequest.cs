using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neap.Vectors.Embedding;

/// <summary>The body of one request, and which texts it is about.</summary>
internal static class EmbeddingRequest
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Body(
        string model, IReadOnlyList<ReadOnlyMemory<byte>> texts, ReadOnlySpan<int> places)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, Relaxed);
        json.WriteStartObject();
        json.WriteString("model"u8, model);
        json.WriteString("encoding_format"u8, "float"u8);
        json.WriteStartArray("input"u8);
        foreach (var place in places)
        {
            json.WriteStringValue(texts[place].Span);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Cuts texts into requests. Blank texts are in none: servers refuse them; their vector is zero.</summary>
    public static List<int[]> Split(IReadOnlyList<ReadOnlyMemory<byte>> texts, int maxTexts, int maxBytes)
    {
        var requests = new List<int[]>();
        var places = new List<int>();
        var bytes = 0L;
        for (var i = 0; i < texts.Count; i++)
        {
            var length = texts[i].Length;
            if (texts[i].Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            {
                continue;
            }

            if (places.Count > 0 && (places.Count == maxTexts || bytes + length > maxBytes))
            {
                requests.Add([.. places]);
                places.Clear();
                bytes = 0;
            }

            places.Add(i);
            bytes += length;
        }

        if (places.Count > 0)
        {
            requests.Add([.. places]);
        }

        return requests;
    }
}
