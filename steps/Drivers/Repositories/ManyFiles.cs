using System.Globalization;
using System.Text;

namespace Drivers;

/// <summary>Commits with more files than a table can show, written as one stream.</summary>
public static class ManyFiles
{
    private static readonly string[] Words =
        ["cart", "price", "order", "invoice", "customer", "stock", "refund", "voucher", "parcel", "tax", "basket", "rate"];

    /// <summary>Adds files with one commit on <c>main</c>: <c>file-1.py</c> and so on, 100 in a folder, each with a text of its own.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="count">Number of files.</param>
    /// <param name="sizeBytes">Bytes of each.</param>
    /// <param name="folder">The folder above.</param>
    public static void Add(Repo repo, int count, int sizeBytes, string folder)
    {
        ArgumentNullException.ThrowIfNull(repo);
        var changes = Enumerable.Range(1, count).Select(n => (Path(folder, n), (string?)Text(n, 1, sizeBytes)));
        Commit(repo, $"{count} files under {folder}", changes);
    }

    /// <summary>Changes files with one commit, as the rows CHANGE, FILES and UNDER say; edits and deletions take the first files there.</summary>
    public static void Change(Repo repo, TextTable table)
    {
        ArgumentNullException.ThrowIfNull(repo);
        ArgumentNullException.ThrowIfNull(table);
        var files = TreeFiles.Read(repo.Objects, repo.Objects.TreeOf(repo.NeedTip("main"))).Keys.ToList();
        var changes = new List<(string, string?)>();
        foreach (var row in table.Read("CHANGE", "FILES", "UNDER"))
        {
            var count = int.Parse(row["FILES"], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            var there = files.Where(file => file.StartsWith(row["UNDER"] + "/", StringComparison.Ordinal)).Take(count).ToList();
            files.RemoveAll(there.Contains);
            changes.AddRange(row["CHANGE"] switch
            {
                "add" => Enumerable.Range(1, count).Select(n => (Path(row["UNDER"], n), (string?)Text(n, 2, 300))),
                "edit" => Enough(there, count).Select((file, n) => (file, (string?)Text(n, 3, 300))),
                "delete" => Enough(there, count).Select(file => (file, (string?)null)),
                _ => throw new SpecException($"CHANGE knows add, edit and delete, not \"{row["CHANGE"]}\"."),
            });
        }

        Commit(repo, $"{changes.Count} changes", changes);
    }

    private static List<string> Enough(List<string> files, int count) =>
        files.Count == count ? files : throw new SpecException($"There are only {files.Count} files to change, not {count}.");

    private static string Path(string folder, int number) => $"{folder}/part-{number / 100}/file-{number}.py";

    private static string Text(int number, int version, int sizeBytes)
    {
        var text = new StringBuilder(sizeBytes + 80);
        for (var line = 1; text.Length < sizeBytes; line++)
        {
            var word = Words[(number + line) % Words.Length];
            text.Append(CultureInfo.InvariantCulture, $"def {word}_{number}_{line}(): return \"{word} {version}\"\n");
        }

        text.Length = sizeBytes;
        text[^1] = '\n';
        return text.ToString();
    }

    private static void Commit(Repo repo, string message, IEnumerable<(string Path, string? Text)> changes)
    {
        const string Reference = "refs/heads/import";
        var parent = repo.Tip("main");
        var stream = new StringBuilder($"commit {Reference}\ncommitter Dana Developer <dana@shop.example> 1767603600 +0000\ndata 6\nimport\n");
        stream.Append(parent is null ? "" : $"from {parent}\n");
        foreach (var (path, text) in changes)
        {
            stream.Append(text is null ? $"D {path}\n" : $"M 100644 inline {path}\ndata {text.Length}\n{text}\n");
        }

        repo.Git(new GitInput { Bytes = Encoding.ASCII.GetBytes(stream.Append('\n').ToString()) }, "fast-import", "--quiet", "--force");
        repo.Reopen();
        var tree = repo.Objects.TreeOf(repo.Objects.Resolve(Reference)!);
        repo.Objects.Remove(Reference);
        repo.Move("main", repo.Commit(new NewCommit(tree, message, parent is null ? [] : [parent])));
    }
}
