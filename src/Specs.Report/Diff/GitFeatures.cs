using System.Globalization;
using System.Text;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Diff;

/// <summary>Reads the features as a commit has them, from git's objects; the working tree is not touched.</summary>
/// <param name="folder">The features folder in the working tree.</param>
internal sealed class GitFeatures(string folder)
{
    private const string Extension = ".feature";

    /// <summary>The features at a commit; none where the folder did not exist then.</summary>
    /// <exception cref="SpecsException">This is no repository, or it has no such commit.</exception>
    public Suite At(string version)
    {
        var commit = Text("rev-parse", "--verify", "--quiet", "--end-of-options", $"{version}^{{commit}}").Trim();
        var prefix = Text("rev-parse", "--show-prefix").Trim('\n');
        var tree = Git.Run(folder, [], "rev-parse", "--verify", "--quiet", "--end-of-options",
            $"{commit}:{prefix.TrimEnd('/')}");
        if (tree.ExitCode != 0)
        {
            return new([]);
        }

        var listed = Text("ls-tree", "-r", "-z", "--full-tree", Encoding.ASCII.GetString(tree.Output).Trim());
        var files = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry)
            .Where(entry => entry.Path.EndsWith(Extension, StringComparison.Ordinal)).ToList();
        return FeatureFolder.Read(files.Select(file => file.Path).Zip(Contents([.. files.Select(file => file.Blob)])));
    }

    /// <summary>A line such as <c>100644 blob 1f7a… TAB path</c>.</summary>
    private static (string Blob, string Path) Entry(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return (line[..tab].Split(' ')[2], line[(tab + 1)..]);
    }

    private List<string> Contents(IReadOnlyList<string> blobs)
    {
        var input = Encoding.ASCII.GetBytes(string.Concat(blobs.Select(blob => blob + "\n")));
        var output = Git.Run(folder, input, "cat-file", "--batch").Output;
        var (texts, at) = (new List<string>(), 0);
        foreach (var _ in blobs)
        {
            var end = Array.IndexOf(output, (byte)'\n', at);
            var size = int.Parse(Encoding.ASCII.GetString(output, at, end - at).Split(' ')[^1],
                CultureInfo.InvariantCulture);
            texts.Add(Encoding.UTF8.GetString(output, end + 1, size));
            at = end + 1 + size + 1;
        }

        return texts;
    }

    private string Text(params string[] arguments)
    {
        var result = Git.Run(folder, [], arguments);
        return result.ExitCode == 0
            ? Encoding.UTF8.GetString(result.Output)
            : throw SpecsException.Input(
                $"git {arguments[0]} {arguments[^1]} gave no answer in {folder}: {result.Error}".TrimEnd(' ', ':'));
    }
}
