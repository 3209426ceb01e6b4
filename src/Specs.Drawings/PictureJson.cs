using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Specs.Drawings;

/// <summary>Pictures as JSON: written beside a run, read when its documentation is made.</summary>
public static class PictureJson
{
    /// <summary>A commit graph as JSON.</summary>
    public static byte[] Write(RepositoryPicture picture) => JsonSerializer.SerializeToUtf8Bytes(picture, Shapes.Default.RepositoryPicture);

    /// <summary>A delta as JSON.</summary>
    public static byte[] Write(IndexPicture picture) => JsonSerializer.SerializeToUtf8Bytes(picture, Shapes.Default.IndexPicture);

    /// <summary>A timeline as JSON.</summary>
    public static byte[] Write(TimelinePicture picture) => JsonSerializer.SerializeToUtf8Bytes(picture, Shapes.Default.TimelinePicture);

    /// <summary>The commit graph in an attachment; null where the bytes are no such picture.</summary>
    public static RepositoryPicture? ReadRepository(ReadOnlySpan<byte> json) => Read(json, Shapes.Default.RepositoryPicture);

    /// <summary>The delta in an attachment; null where the bytes are no such picture.</summary>
    public static IndexPicture? ReadIndex(ReadOnlySpan<byte> json) => Read(json, Shapes.Default.IndexPicture);

    /// <summary>The timeline in an attachment; null where the bytes are no such picture.</summary>
    public static TimelinePicture? ReadTimeline(ReadOnlySpan<byte> json) => Read(json, Shapes.Default.TimelinePicture);

    /// <summary>Attachments are other people's data: one that does not fit is shown as what it is instead.</summary>
    private static T? Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, shape);
        }
        catch (Exception wrong) when (wrong is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The shapes of the pictures, made by the compiler: no reflection at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RepositoryPicture))]
[JsonSerializable(typeof(IndexPicture))]
[JsonSerializable(typeof(TimelinePicture))]
internal sealed partial class Shapes : JsonSerializerContext;
