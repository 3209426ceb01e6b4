using System.Globalization;
using System.Text;

namespace Drivers;

/// <summary>Turns the rows of <c>the commits</c> into commits, straight in the object database.</summary>
public sealed class CommitTable(Repo repo)
{
    private readonly Dictionary<string, int> _versions = [];

    /// <summary>Makes the commits in the order of the table.</summary>
    public void Apply(IReadOnlyList<CommitRow> rows)
    {
        foreach (var commit in CommitRow.Group(rows))
        {
            Make(commit);
        }
    }

    /// <summary>The tree that a list of changes makes of another; every row sees the tree as it was before all of them.</summary>
    public string Change(string? tree, IEnumerable<CommitRow> rows)
    {
        var before = tree is null ? [] : TreeFiles.Read(repo.Objects, tree);
        var after = new SortedDictionary<string, TreeItem>(before, StringComparer.Ordinal);
        var changes = rows.Where(row => row.Change != "nothing").ToList();
        foreach (var row in changes.Where(row => row.Change is "delete" or "move"))
        {
            RemoveAll(after, row.Change == "move" ? row.OldFile : row.File);
        }

        foreach (var row in changes.Where(row => row.Change is not "delete"))
        {
            Put(before, after, row);
        }

        return TreeFiles.Write(repo.Objects, after);
    }

    /// <summary>The bytes and mode that a row's content stands for.</summary>
    public (byte[] Bytes, string Mode) ContentOf(CommitRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Content.Length > 0)
        {
            return ContentSample.Read(row.Content);
        }

        var version = _versions[row.File] = _versions.GetValueOrDefault(row.File) + 1;
        var words = $"Notes on {PathText.Show(row.File)}, as of version {version}.\nThe team agreed on it.\n";
        return (Encoding.UTF8.GetBytes(words), TreeItem.File);
    }

    private void Make(IReadOnlyList<CommitRow> rows)
    {
        var first = rows[0];
        if (StuckMerge.On(repo, first.Branch) is { } merge)
        {
            repo.Move(first.Branch, Write(rows, merge.Tree, [merge.Ours, merge.Theirs]));
            return;
        }

        var reference = first.Location == "remote" ? $"refs/remotes/origin/{first.Branch}" : $"refs/heads/{first.Branch}";
        var parent = repo.Objects.Resolve(reference) ?? StartOf(first);
        var commit = parent is null ? Write(rows, null, []) : Write(rows, repo.Objects.TreeOf(parent), [parent]);
        if (first.Location == "remote")
        {
            repo.Objects.Point(reference, commit);
            return;
        }

        repo.Move(first.Branch, commit);
    }

    private string Write(IReadOnlyList<CommitRow> rows, string? tree, IReadOnlyList<string> parents) =>
        repo.Commit(new NewCommit(Change(tree, rows), rows[0].Message, parents) { Author = rows[0].Author });

    private string? StartOf(CommitRow row) => row.From.Length > 0
        ? repo.TryFind(row.From) ?? repo.Tip(row.From) ?? repo.Objects.Resolve($"refs/tags/{row.From}") ?? repo.Find(row.From)
        : row.Branch == "main" ? null : repo.Tip("main");

    private void Put(
        SortedDictionary<string, TreeItem> before, SortedDictionary<string, TreeItem> after, CommitRow row)
    {
        switch (row.Change)
        {
            case "add" when before.ContainsKey(row.File) && after.ContainsKey(row.File):
                throw new SpecException($"\"{row.Message}\" adds {row.File}, which is there already; say edit.");
            case "edit" when !before.ContainsKey(row.File):
                throw new SpecException($"\"{row.Message}\" edits {row.File}, which is not there; say add.");
            case "add" or "edit":
                after[row.File] = Written(row, before.GetValueOrDefault(row.File)?.Mode);
                break;
            case "move" or "copy":
                Transfer(before, after, row);
                break;
            case "mode":
                var item = Need(before, row.File);
                after[row.File] = item with
                {
                    Mode = item.Mode == TreeItem.File ? TreeItem.Executable : TreeItem.File,
                };
                break;
            default:
                throw new SpecException($"CHANGE knows add, edit, delete, move, copy, mode and nothing, not \"{row.Change}\".");
        }
    }

    private TreeItem Written(CommitRow row, string? oldMode)
    {
        var (bytes, mode) = ContentOf(row);
        if (mode == TreeItem.Submodule)
        {
            return new TreeItem(row.File, mode, repo.NeedTip(row.Branch));
        }

        var kept = mode == TreeItem.File && oldMode is TreeItem.Executable ? oldMode : mode;
        return new TreeItem(row.File, kept, repo.Objects.Write("blob", bytes));
    }

    /// <summary>A moved or copied path may be a folder; a CONTENT cell edits the file on the way.</summary>
    private void Transfer(
        SortedDictionary<string, TreeItem> before, SortedDictionary<string, TreeItem> after, CommitRow row)
    {
        foreach (var (path, item) in Below(before, row.OldFile))
        {
            after[row.File + path[row.OldFile.Length..]] = row.Content.Length == 0 ? item : Written(row, item.Mode);
        }
    }

    private static void RemoveAll(SortedDictionary<string, TreeItem> files, string path)
    {
        foreach (var (found, _) in Below(files, path).ToList())
        {
            files.Remove(found);
        }
    }

    private static List<KeyValuePair<string, TreeItem>> Below(SortedDictionary<string, TreeItem> files, string path)
    {
        var folder = path.TrimEnd('/') + "/";
        var found = files.Where(f => f.Key == path || f.Key.StartsWith(folder, StringComparison.Ordinal)).ToList();
        return found.Count > 0
            ? found
            : throw new SpecException(string.Create(CultureInfo.InvariantCulture, $"There is no {path} to change."));
    }

    private static TreeItem Need(SortedDictionary<string, TreeItem> files, string path) =>
        files.GetValueOrDefault(path) ?? throw new SpecException($"There is no {path} to change.");
}
