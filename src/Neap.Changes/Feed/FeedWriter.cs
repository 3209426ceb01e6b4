using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neap.Changes;

/// <summary>Writes the lines of a feed.</summary>
/// <param name="output">Where to.</param>
/// <param name="request">Repository, tiers and skipped paths.</param>
internal sealed class FeedWriter(Stream output, FeedRequest request)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>A line without content: a deletion, or a path that is left out by its name or kind.</summary>
    public Task WriteAsync(FeedChange change, string? reason, CancellationToken cancellation) =>
        LineAsync(
            json =>
            {
                Head(json, change);
                Skipped(json, reason);
            },
            cancellation);

    /// <summary>A line with content.</summary>
    public Task WriteAsync(FeedChange change, RawBlob blob, CancellationToken cancellation) =>
        LineAsync(
            json =>
            {
                var carrier = FeedContent.Of(blob, request.Tiers);
                var reason = blob.State == RawBlobState.Present ? request.SkipContent(blob.Bytes) : null;
                Head(json, change);
                json.WriteNumber("size", blob.SizeBytes);
                json.WriteString("mime", MediaTypes.Of(change.Path, carrier));
                if (reason is null)
                {
                    Content(json, carrier, change.Path, blob.Bytes.Span);
                }
                else
                {
                    Skipped(json, reason);
                }
            },
            cancellation);

    /// <summary>The line that closes the feed.</summary>
    public Task WriteAsync(FeedEnd end, CancellationToken cancellation) =>
        LineAsync(
            json =>
            {
                json.WriteString("repo", request.Repository);
                json.WriteStartObject("new_changeset");
                json.WriteString("commit", end.Tip.Commit.ToString());
                json.WriteString("parent", end.Parent?.ToString());
                json.WriteString("branch", end.Tip.Branch);
                json.WriteString("tree_hash", end.Tree.ToString());
                json.WriteString("timestamp", end.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
                json.WriteEndObject();
            },
            cancellation);

    private void Head(Utf8JsonWriter json, FeedChange change)
    {
        json.WriteString("repo", request.Repository);
        json.WriteString("op", Names.Of(change.Op));
        Raw(json, "path", change.Path);
        if (change.OldPath is { } old)
        {
            Raw(json, "old_path", old);
        }

        if (change.File is { } file)
        {
            json.WriteString("blob", file.Blob.ToString());
        }
    }

    private static void Content(Utf8JsonWriter json, FeedCarrier carrier, RepoPath path, ReadOnlySpan<byte> bytes)
    {
        switch (carrier)
        {
            case FeedCarrier.Plain:
                json.WriteString("content", bytes);
                break;
            case FeedCarrier.Base64:
                json.WriteBase64String("content_base64", bytes);
                break;
            case FeedCarrier.Reference:
                Raw(json, "content_ref", path);
                break;
            case FeedCarrier.Binary:
                Skipped(json, Names.Of(SkipReason.Binary));
                break;
            case FeedCarrier.TooLarge:
                Skipped(json, Names.Of(SkipReason.TooLarge));
                break;
            default:
                Skipped(json, Names.Of(SkipReason.NotInClone));
                break;
        }
    }

    private static void Skipped(Utf8JsonWriter json, string? reason)
    {
        if (reason is not null)
        {
            json.WriteBoolean("skip_index", true);
            json.WriteString("reason", reason);
        }
    }

    private static void Raw(Utf8JsonWriter json, string name, RepoPath path)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonText.Of(path), skipInputValidation: true);
    }

    private async Task LineAsync(Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        _line.ResetWrittenCount();
        await using (var json = new Utf8JsonWriter(_line, Relaxed))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
        await output.WriteAsync(_line.WrittenMemory, cancellation);
    }
}

/// <summary>What the last line says.</summary>
/// <param name="Tip">The commit the feed ends at.</param>
/// <param name="Parent">The commit it starts from; null for the beginning.</param>
/// <param name="Tree">The last commit's tree.</param>
/// <param name="Time">When it was committed.</param>
internal sealed record FeedEnd(Tip Tip, CommitId? Parent, TreeId Tree, DateTimeOffset Time);
