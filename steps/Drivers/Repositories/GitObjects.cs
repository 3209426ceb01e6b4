using System.Text;

namespace Drivers;

/// <summary>Objects and refs through the git command, for repositories that libgit2 cannot open (SHA-256).</summary>
internal sealed class GitObjects(string folder, GitCommand git) : IGitObjects
{
    public string Write(string kind, byte[] bytes) => Encoding.ASCII.GetString(git.Run(
        folder, new GitInput { Bytes = bytes }, "hash-object", "-t", kind, "-w", "--literally", "--stdin")).Trim();

    public byte[]? TryReadBlob(string id)
    {
        var isHere = git.Run(folder, new GitInput { MayFail = true }, "cat-file", "-t", id).Length > 0;
        return isHere ? git.Run(folder, new GitInput(), "cat-file", "blob", id) : null;
    }

    public IReadOnlyList<TreeItem> ReadTree(string id) => ListTree(git, folder, id);

    public string TreeOf(string commit) => git.Run(folder, "rev-parse", "--verify", commit + "^{tree}");

    public IReadOnlyList<string> ParentsOf(string commit) =>
        git.Run(folder, "rev-list", "--parents", "-n", "1", commit).Split(' ')[1..];

    public string? Resolve(string reference)
    {
        var id = Encoding.ASCII.GetString(git.Run(
            folder, new GitInput { MayFail = true }, "rev-parse", "--verify", "--quiet", reference + "^{commit}"));
        return id.Length == 0 ? null : id.Trim();
    }

    public void Point(string reference, string commit) => git.Run(folder, "update-ref", reference, commit);

    public void Remove(string reference) => git.Run(folder, "update-ref", "-d", reference);

    public void Dispose()
    {
        // Nothing is held between two commands.
    }

    public static IReadOnlyList<TreeItem> ListTree(GitCommand git, string folder, string tree)
    {
        var rest = git.Run(folder, new GitInput(), "ls-tree", "-z", tree).AsSpan();
        var items = new List<TreeItem>();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)0);
            var tab = rest.IndexOf((byte)'\t');
            var fields = Encoding.ASCII.GetString(rest[..tab]).Split(' ');
            items.Add(new TreeItem(PathText.FromBytes(rest[(tab + 1)..end]), fields[0].TrimStart('0'), fields[2]));
            rest = rest[(end + 1)..];
        }

        return items;
    }
}
