using System.Security.Cryptography;
using System.Text;

namespace Drivers;

/// <summary>
/// What the index must hold of a tree, worked out from git alone: which files, and their text to the last byte. It reads
/// with libgit2 (or git) and decodes on its own, so that it cannot share a mistake with the product.
/// </summary>
public sealed class IndexOracle(PathOracle paths)
{
    private const long LargestBytes = 10_485_760;
    private const string Lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:";

    /// <summary>Every way in which the files of one slot differ from a tree; none where they are in step.</summary>
    public IReadOnlyList<string> Differences(
        OracleSource source, string tree, OracleRules rules, IReadOnlyCollection<IndexedFile> actual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        var expected = Expect(source, tree, rules);
        foreach (var absent in expected.Where(file => !file.Value.IsHere && !actual.Any(f => f.Path == file.Key)).ToList())
        {
            expected.Remove(absent.Key); // neither the clone nor, as it may be, the index holds it
        }

        var differences = new List<string>();
        foreach (var file in actual)
        {
            differences.AddRange(expected.Remove(file.Path, out var should)
                ? FileCheck.Differences(should, file)
                : [$"{PathText.Show(file.Path)}: the index has it, and should not"]);
        }

        differences.AddRange(expected.Select(file => file.Value.Text is null
            ? $"{PathText.Show(file.Key)}: cannot be indexed, its bytes are no text"
            : $"{PathText.Show(file.Key)}: the index does not have it"));
        return [.. differences, .. DuplicateIds(actual)];
    }

    /// <summary>The files that belong in the index, by path.</summary>
    private Dictionary<string, ExpectedFile> Expect(OracleSource source, string tree, OracleRules rules)
    {
        var (objects, elsewhere) = source;
        var files = TreeFiles.Read(objects, tree);
        var expected = new Dictionary<string, ExpectedFile>();
        foreach (var path in paths.Wanted(objects, files, rules))
        {
            var id = files[path].Id;
            var here = objects.TryReadBlob(id);
            if ((here ?? elsewhere?.TryReadBlob(id)) is { LongLength: <= LargestBytes } bytes && !IsBinary(bytes) && !IsLfsPointer(bytes))
            {
                expected.Add(path, new ExpectedFile(id, bytes, OracleText.Read(bytes)) { IsHere = here is not null });
            }
        }

        return expected;
    }

    private static bool IsBinary(byte[] bytes) => bytes.AsSpan().StartsWith("%PDF-"u8) || HoldsNul(bytes);

    private static bool HoldsNul(byte[] bytes) =>
        bytes.AsSpan().Contains((byte)0) && !bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE]) && !bytes.AsSpan().StartsWith<byte>([0xFE, 0xFF]);

    private static bool IsLfsPointer(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Lfs));

    private static IEnumerable<string> DuplicateIds(IEnumerable<IndexedFile> files) => files
        .SelectMany(file => file.Entries).GroupBy(entry => entry.Id).Where(group => group.Count() > 1)
        .Select(group => $"{PathText.Show(group.First().Path)}: {group.Count()} entries have the id {group.Key}");
}

/// <summary>What a file must be in the index.</summary>
/// <param name="Blob">Its content's id.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Text">Its text; null where no encoding fits, so that it must not be there.</param>
public sealed record ExpectedFile(string Blob, byte[] Bytes, OracleText? Text)
{
    /// <summary>False where the clone lacks the content, so that the index may lack it too.</summary>
    public bool IsHere { get; init; } = true;
}

/// <summary>Where the oracle reads.</summary>
/// <param name="Objects">The repository.</param>
/// <param name="Elsewhere">The repository it was cloned from, for content that the clone left there; null where there is none.</param>
public sealed record OracleSource(IGitObjects Objects, IGitObjects? Elsewhere);

/// <summary>Compares one file of the index with its content.</summary>
internal static class FileCheck
{
    private const int PlainBytes = 10_240;
    private const int Base64Bytes = 102_400;

    public static IEnumerable<string> Differences(ExpectedFile should, IndexedFile file)
    {
        var name = PathText.Show(file.Path);
        if (should.Text is not { } text)
        {
            return [$"{name}: its bytes are no text, yet the index has it"];
        }

        var chunks = file.Entries.OrderBy(entry => entry.Chunk).Select(entry => entry with { Text = TextOf(should, entry) }).ToList();
        var lines = new LineCount(text, should.Bytes);
        var wrong = chunks.SelectMany((entry, number) => Entry(should, entry, number, lines))
            .Concat(Tiles(should, chunks))
            .Append(string.Concat(chunks.Select(chunk => chunk.Text)) == text.Text ? "" : "its chunks do not add up to its text");
        return wrong.Where(words => words.Length > 0).Distinct().Select(words => $"{name}: {words}");
    }

    /// <summary>What the index shows; content that the clone lacks cannot be shown, so there only hash and range can be judged.</summary>
    private static string TextOf(ExpectedFile should, IndexEntry entry) => should.IsHere || entry.Text.Length > 0
        ? entry.Text
        : should.Text!.Part(should.Bytes.AsSpan((int)entry.Offset, entry.Length)) ?? "";

    private static IEnumerable<string> Entry(ExpectedFile should, IndexEntry entry, int number, LineCount lines)
    {
        var text = should.Text!;
        yield return Same("chunk number", number, entry.Chunk);
        yield return Same("blob", should.Blob, entry.Blob);
        yield return Same("size", should.Bytes.LongLength, entry.Size);
        yield return Same("encoding", text.Encoding, entry.Encoding);
        yield return Same("tier", TierOf(should.Bytes.Length), entry.Tier);
        yield return Same("sha-256", Sha256(entry.Text), entry.Sha256);
        if (entry.Offset < text.MarkBytes || entry.Offset + entry.Length > should.Bytes.Length)
        {
            yield return $"chunk {number} lies outside the file";
            yield break;
        }

        var bytes = should.Bytes.AsSpan((int)entry.Offset, entry.Length);
        var first = lines.LineAt((int)entry.Offset);
        yield return text.Part(bytes) == entry.Text ? "" : $"chunk {number} has the text of other bytes";
        yield return Same($"first line of chunk {number}", first, entry.FirstLine);
        yield return Same($"last line of chunk {number}", first + LineCount.Breaks(entry.Text.AsSpan(0, Math.Max(0, entry.Text.Length - 1))), entry.LastLine);
    }

    private static IEnumerable<string> Tiles(ExpectedFile should, List<IndexEntry> chunks)
    {
        long at = should.Text!.MarkBytes;
        foreach (var chunk in chunks)
        {
            yield return Same($"offset of chunk {chunk.Chunk}", at, chunk.Offset);
            at += chunk.Length;
        }

        yield return Same("end of the last chunk", should.Bytes.LongLength, at);
    }

    private static string Same<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? "" : $"{what} should be {expected}, the index has {actual}";

    private static string TierOf(int size) => size <= PlainBytes ? "plain" : size <= Base64Bytes ? "base64" : "reference";

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
