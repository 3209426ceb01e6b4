using System.IO.Compression;

namespace Neap.Changes;

/// <summary>Reads the tree of a commit that is still a file of its own, as a commit just made is.</summary>
/// <remarks>It saves a process in every sync that follows a commit; whatever looks unusual is left to git.</remarks>
internal static class LooseCommit
{
    private const int HeadBytes = 256;

    /// <summary>The tree; null where git has to be asked.</summary>
    public static TreeId? TreeOf(RepositoryLayout layout, CommitId commit)
    {
        var hex = commit.ToString();
        var path = Path.Combine(layout.CommonDirectory, "objects", hex[..2], hex[2..]);
        if (!File.Exists(path))
        {
            return null; // the usual case after a clone, and an exception costs more than the question
        }

        try
        {
            using var file = File.OpenRead(path);
            using var inflated = new ZLibStream(file, CompressionMode.Decompress);
            var head = new byte[HeadBytes];
            var length = inflated.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return Parse(head.AsSpan(0, length));
        }
        catch (Exception unreadable)
            when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null; // packed, in an alternate, or damaged: git knows
        }
    }

    // "commit SIZE NUL tree ID LF"
    private static TreeId? Parse(ReadOnlySpan<byte> head)
    {
        var body = head[(head.IndexOf((byte)0) + 1)..];
        var end = body.IndexOf((byte)'\n');
        return head.StartsWith("commit "u8) && body.StartsWith("tree "u8) && end > 0
            && ObjectId.TryParse(body["tree ".Length..end], out var tree)
            ? new TreeId(tree)
            : null;
    }
}
