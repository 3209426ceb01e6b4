namespace Neap.Changes;

/// <summary>Reads the records that <c>ls-tree -z</c> and <c>diff-tree -z</c> print; paths stay bytes.</summary>
internal static class TreeText
{
    /// <summary>Reads <c>mode SP type SP id TAB path</c>.</summary>
    public static Change.Written Listed(ReadOnlySpan<byte> record)
    {
        var tab = record.IndexOf((byte)'\t');
        var head = record[..tab];
        var id = head[(head.LastIndexOf((byte)' ') + 1)..];
        return new Change.Written(RepoPath.FromGit(record[(tab + 1)..]), Blob(id), Mode(head));
    }

    /// <summary>Reads <c>:mode SP mode SP id SP id SP status</c> and the path that follows it.</summary>
    public static Change Compared(ReadOnlySpan<byte> record, ReadOnlySpan<byte> path)
    {
        var status = record[^1];
        var where = RepoPath.FromGit(path);
        if (status == 'D')
        {
            return new Change.Deleted(where);
        }

        var ids = record[..record.LastIndexOf((byte)' ')];
        var id = ids[(ids.LastIndexOf((byte)' ') + 1)..];
        return new Change.Written(where, Blob(id), Mode(record[(record.IndexOf((byte)' ') + 1)..]));
    }

    private static BlobId Blob(ReadOnlySpan<byte> hex) => ObjectId.TryParse(hex, out var id)
        ? new BlobId(id)
        : throw new InvalidDataException("git printed a tree record without an id.");

    // Old repositories hold modes such as 100664; git itself takes them for plain files.
    private static FileMode Mode(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'1', (byte)'2', ..] => FileMode.SymbolicLink,
        [(byte)'1', (byte)'6', ..] => FileMode.Submodule,
        [_, _, _, var owner, ..] when ((owner - '0') & 1) == 1 => FileMode.Executable,
        _ => FileMode.Regular,
    };
}
