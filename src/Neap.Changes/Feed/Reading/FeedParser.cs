using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Neap.Changes;

/// <summary>Understands one line of a feed: a JSON object, or else a path.</summary>
/// <remarks>
/// An object begins with a brace and, behind white space, a quote or the closing brace; so a file named
/// <c>{id}.vue</c> is a path. Whatever stands in a line, the answer is a line: the parser throws nothing.
/// </remarks>
internal static class FeedParser
{
    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\v\f"u8;

    /// <summary>Understands a line.</summary>
    public static FeedLine Parse(RawLine raw)
    {
        var bytes = raw.Bytes.Span.TrimEnd((byte)'\r');
        var head = new LineHead(
            raw.Number, null, FingerprintOf(bytes), bytes[..Math.Min(bytes.Length, LineHead.StartBytes)].ToArray());
        try
        {
            return raw.End == LineEnd.TooLong
                ? throw new FeedLineException($"The line is longer than {FeedReader.LongestLineBytes:N0} bytes.")
                : Understand(head, bytes);
        }
        catch (Exception wrong) when (wrong is JsonException or FeedLineException)
        {
            var reason = wrong is FeedLineException ? wrong.Message : "The line begins like a JSON object and is not one.";
            var cut = raw.End == LineEnd.Input ? " The input ends in the middle of this line." : "";
            var category = (wrong as FeedLineException)?.Category ?? FailureCategory.Validation;
            return new FeedLine.Malformed(head, null, category, reason + cut);
        }
    }

    private static FeedLine Understand(LineHead head, ReadOnlySpan<byte> line) => line switch
    {
        _ when !line.ContainsAnyExcept(WhiteSpace) => new FeedLine.Empty(head),
        _ when IsObject(line) => Object(head, line),
        _ => new FeedLine.Change(head, new FeedEntry { Op = LineOperation.Modify, Path = PlainPath(line) }),
    };

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(WhiteSpace);
        return line is [(byte)'{', ..] && line[1..].TrimStart(WhiteSpace) is [] or [(byte)'"' or (byte)'}', ..];
    }

    private static RepoPath PlainPath(ReadOnlySpan<byte> line)
    {
        JsonFields.Need(!line.Contains((byte)0), "The line holds a NUL byte; a path a line is needed, so leave out `-z`.");
        var isQuoted = line[0] == '"' && CQuoted.TryRead(line, out var unquoted, out var used) && used == line.Length;
        var path = isQuoted ? Unquoted(line) : line;
        return PathOf(path.StartsWith("./"u8) ? path[2..] : path, "The path");
    }

    private static byte[] Unquoted(ReadOnlySpan<byte> line) => CQuoted.TryRead(line, out var text, out _) ? text : [];

    private static FeedLine Object(LineHead head, ReadOnlySpan<byte> line)
    {
        var json = new JsonRecord();
        json.Read(line);
        head = head with { Repository = json.Repository, SourceLine = json.SourceLine };
        if (json.Problem is { } problem)
        {
            var isKnown = RepoPath.TryParse(json.Path, out var about);
            return new FeedLine.Malformed(head, isKnown ? about : null, problem.Category, problem.Message);
        }

        RepoPath? path = null;
        try
        {
            if (json.Changeset is { } changeset)
            {
                return new FeedLine.Closing(head, ChangesetOf(changeset));
            }

            path = PathOf(json.Path ?? throw new FeedLineException("\"path\" is missing."), "\"path\"");
            return new FeedLine.Change(head, EntryOf(json, path.Value));
        }
        catch (FeedLineException wrong)
        {
            return new FeedLine.Malformed(head, path, wrong.Category, wrong.Message);
        }
    }

    private static Changeset ChangesetOf(JsonChangeset json) => new(
        new CommitId(json.Commit ?? throw new FeedLineException("\"new_changeset\" names no \"commit\".")),
        json.Branch,
        json.Tree is { } tree ? new TreeId(tree) : null);

    private static FeedEntry EntryOf(JsonRecord json, RepoPath path)
    {
        var op = OpOf(json.Op);
        JsonFields.Need(op != LineOperation.Rename || json.OldPath is not null, "A rename needs \"old_path\".");
        return new FeedEntry
        {
            Op = op,
            Path = path,
            OldPath = op == LineOperation.Rename ? PathOf(json.OldPath, "\"old_path\"") : null,
            Source = SourceOf(json),
            Blob = json.Blob is { } blob ? new BlobId(blob) : null,
            SizeBytes = json.SizeBytes,
            Skip = json.IsSkipped ? ReasonOf(json.Reason) : null,
        };
    }

    private static LineOperation OpOf(string? op)
    {
        var known = LineOperation.Modify;
        JsonFields.Need(
            op is null || Names.TryParse(op, out known), "\"op\" is none of add, modify, delete and rename.");
        return known;
    }

    private static FeedSource SourceOf(JsonRecord json)
    {
        JsonFields.Need(
            json.Content is null || json.ContentBase64 is null, "The line carries both \"content\" and \"content_base64\".");
        if ((json.Content ?? json.ContentBase64) is { } bytes)
        {
            JsonFields.Need(
                json.SizeBytes is not { } size || size == bytes.Length,
                $"\"size\" says {json.SizeBytes:N0} bytes and the line carries {bytes.Length:N0}.");
            return new FeedSource.Carried(bytes);
        }

        return json.Reference is { } reference
            ? new FeedSource.Reference(SurrogateEscape.Decode(reference))
            : new FeedSource.Repository();
    }

    /// <summary>A producer may have reasons that this version does not know; the path stays out all the same.</summary>
    private static SkipReason ReasonOf(string? reason) =>
        reason is not null && Names.TryParse<SkipReason>(reason, out var known) ? known : SkipReason.Ignored;

    private static RepoPath PathOf(ReadOnlySpan<byte> bytes, string what) => RepoPath.TryParse(bytes, out var path)
        ? path
        : throw new FeedLineException(
            $"{what} is not the place of a file in the repository: it has to be relative, with forward slashes, without \".\" or \"..\".");

    private static UInt128 FingerprintOf(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
