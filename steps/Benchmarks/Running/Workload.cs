using System.Globalization;
using System.Text;

namespace Benchmarks.Running;

/// <summary>A repository to measure with: a clone that borrows every object, so that the given one is only read.</summary>
internal sealed class Workload
{
    private const int OneIn = 100;
    private const long MostChangedBytes = 100_000;
    private const string Branch = "refs/heads/neap-benchmark";

    /// <summary>Prepares it in a folder.</summary>
    public Workload(string repository, TemporaryFolder folder)
    {
        Repository = folder["repository.git"];
        var (exitCode, _) = Tool.Run("git", ["clone", "--quiet", "--bare", "--shared", repository, Repository]);
        if (exitCode != 0)
        {
            throw new BenchmarkException($"{repository} cannot be cloned.");
        }

        Before = Tool.GitLine(Repository, "rev-parse", "HEAD^{commit}");
        var files = Files();
        FileCount = files.Count;
        var blobs = files.Select(file => file.Blob).Distinct().ToArray();
        BlobIds = folder["blobs"];
        File.WriteAllLines(BlobIds, blobs);
        Bytes = files.DistinctBy(file => file.Blob).Sum(file => file.Size);
        var plain = files.Where(IsPlain).ToArray();
        var changed = EachHundredth(plain, 50);
        ChangedCount = changed.Length;
        After = Commit(Before, stream => Change(stream, changed));
        Thinned = Commit(After, stream => Array.ForEach(EachHundredth(plain, 25), file => Write(stream, $"D {file.Quoted}\n")));
        Renamed = Commit(Thinned, stream =>
            Array.ForEach(EachHundredth(plain, 75), file => Write(stream, $"R {file.Quoted} {file.OtherName}\n")));
        Shown = Before;
    }

    /// <summary>The clone.</summary>
    public string Repository { get; }

    /// <summary>The commit of the given repository.</summary>
    public string Before { get; }

    /// <summary>The same with 1 % of its files changed.</summary>
    public string After { get; }

    /// <summary>The changed commit without 1 % of its files.</summary>
    public string Thinned { get; }

    /// <summary>That with another name for 1 % of its files.</summary>
    public string Renamed { get; }

    /// <summary>The commit to index.</summary>
    public string Shown { get; private set; }

    /// <summary>A file with the id of every blob, each once, in the order of their paths.</summary>
    public string BlobIds { get; }

    /// <summary>How many files.</summary>
    public int FileCount { get; }

    /// <summary>How many of them the second commit changes.</summary>
    public int ChangedCount { get; }

    /// <summary>Size of all blobs, each once.</summary>
    public long Bytes { get; }

    /// <summary>Makes a commit the one to index.</summary>
    public void Show(string commit)
    {
        Tool.Git(Repository, ["update-ref", "--no-deref", "HEAD", commit]);
        Shown = commit;
    }

    private static TreeFile[] EachHundredth(TreeFile[] files, int first) =>
        [.. files.Where((_, index) => index % OneIn == first)];

    private static bool IsPlain(TreeFile file) =>
        file.Mode.StartsWith("100", StringComparison.Ordinal) && file.Size is > 0 and <= MostChangedBytes;

    private List<TreeFile> Files()
    {
        var listing = Encoding.Latin1.GetString(Tool.Git(Repository, ["ls-tree", "-r", "-l", "HEAD"]));
        return [.. listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(TreeFile.Parse)
            .Where(file => file.Kind == "blob")];
    }

    private string Commit(string parent, Action<Stream> change)
    {
        Tool.Git(Repository, ["fast-import", "--quiet"], stream =>
        {
            Write(stream, $"commit {Branch}\ncommitter Benchmark <benchmark@example.org> 1700000000 +0000\n");
            Write(stream, $"data 6\nchange\nfrom {parent}\n");
            change(stream);
        });
        return Tool.GitLine(Repository, "rev-parse", Branch);
    }

    private void Change(Stream stream, TreeFile[] changed)
    {
        foreach (var file in changed)
        {
            var bytes = Tool.Git(Repository, ["cat-file", "blob", file.Blob]);
            Write(stream, $"M {file.Mode} inline {file.Path}\ndata {bytes.Length + 8}\n");
            stream.Write(bytes);
            Write(stream, "\nchanged\n");
        }
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));

    /// <summary>One line of <c>ls-tree -l</c>; the path stays quoted as git wants it back.</summary>
    private sealed record TreeFile(string Mode, string Kind, string Blob, long Size, string Path)
    {
        public string Quoted => Path.StartsWith('"') ? Path : $"\"{Path}\"";

        /// <summary>Another name in the same folder, of the same kind.</summary>
        public string OtherName => Quoted.LastIndexOf('/') is > 0 and var slash
            ? $"{Quoted[..(slash + 1)]}renamed-{Quoted[(slash + 1)..]}"
            : $"\"renamed-{Quoted[1..]}";

        public static TreeFile Parse(string line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var parts = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var size = long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
            return new TreeFile(parts[0], parts[1], parts[2], size, line[(tab + 1)..]);
        }
    }
}
