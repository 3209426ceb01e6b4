using System.Globalization;
using System.Text;

namespace Neap.Changes;

/// <summary>Reads single files of a tree by their paths.</summary>
/// <param name="git">The repository.</param>
internal sealed class FileReader(GitRunner git)
{
    /// <summary>A larger file is left out; git itself does not read attributes from a file of more than 100 MB.</summary>
    public const long LargestBytes = 16 * 1024 * 1024;

    /// <summary>The files that are there.</summary>
    public async Task<IReadOnlyDictionary<RepoPath, byte[]>> ReadAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        var found = new Dictionary<RepoPath, byte[]>();
        if (paths.Count == 0)
        {
            return found;
        }

        var questions = await QuestionsAsync(tree, paths, cancellation);
        await using var process = git.Start(["cat-file", "--batch", "--buffer"], cancellation);
        var asking = AskAsync(process.Input, questions.Select(question => question.Name), cancellation);
        await using var output = new BufferedStream(process.Output, 64 * 1024);
        foreach (var (path, _) in questions)
        {
            if (await AnswerAsync(output, tree, cancellation) is not { } answer)
            {
                await asking;
                var end = await process.EndAsync(cancellation);
                await git.EnsureAcceptedAsync(cancellation);
                throw GitFailures.Unreadable($"File {path} of tree {tree}", end.Said);
            }

            if (answer.Bytes is not null)
            {
                found[path] = answer.Bytes;
            }
        }

        await asking;
        return found;
    }

    // The protocol has a line a name, so a path with a line break is asked by its id.
    private async Task<List<(RepoPath Path, byte[] Name)>> QuestionsAsync(
        TreeId tree, IReadOnlyCollection<RepoPath> paths, CancellationToken cancellation)
    {
        var prefix = Encoding.ASCII.GetBytes($"{tree}:");
        var questions = new List<(RepoPath, byte[])>(paths.Count);
        var broken = new HashSet<RepoPath>();
        foreach (var path in paths)
        {
            if (path.Bytes.Contains((byte)'\n'))
            {
                broken.Add(path);
            }
            else
            {
                questions.Add((path, [.. prefix, .. path.Bytes, (byte)'\n']));
            }
        }

        if (broken.Count > 0)
        {
            await foreach (var file in new TreeReader(git).ListAsync(tree, cancellation))
            {
                if (broken.Contains(file.Path) && file.Mode != FileMode.Submodule)
                {
                    questions.Add((file.Path, Encoding.ASCII.GetBytes($"{file.Blob}\n")));
                }
            }
        }

        return questions;
    }

    private static async Task AskAsync(Stream input, IEnumerable<byte[]> names, CancellationToken cancellation)
    {
        try
        {
            foreach (var name in names)
            {
                await input.WriteAsync(name, cancellation);
            }

            await input.FlushAsync(cancellation);
            input.Close();
        }
        catch (IOException)
        {
            // Git has gone; the missing answer is reported with its complaint.
        }
    }

    private static async Task<Answer?> AnswerAsync(Stream output, TreeId tree, CancellationToken cancellation)
    {
        if (await LineAsync(output, cancellation) is not { } line)
        {
            return null;
        }

        // "<id> blob <size>" has a space where "<tree>:<path> missing" has a colon.
        var words = Encoding.Latin1.GetString(line).Split(' ');
        if (words[0].Length != tree.ToString().Length || words.Length != 3)
        {
            return new Answer(null);
        }

        var size = long.Parse(words[2], CultureInfo.InvariantCulture);
        var kept = words[1] == "blob" && size <= LargestBytes;
        var bytes = kept ? new byte[size] : null;
        var whole = kept
            ? await output.ReadAtLeastAsync(bytes, bytes!.Length, throwOnEndOfStream: false, cancellation) == size
            : await SkipAsync(output, size, cancellation);
        return whole && await SkipAsync(output, 1, cancellation) ? new Answer(bytes) : null;
    }

    private static async Task<byte[]?> LineAsync(Stream output, CancellationToken cancellation)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await output.ReadAsync(one, cancellation) == 1)
        {
            if (one[0] == '\n')
            {
                return [.. line];
            }

            line.Add(one[0]);
        }

        return null;
    }

    private static async Task<bool> SkipAsync(Stream output, long count, CancellationToken cancellation)
    {
        var scratch = new byte[Math.Min(count, 64 * 1024)];
        while (count > 0)
        {
            var read = await output.ReadAsync(scratch.AsMemory(0, (int)Math.Min(count, scratch.Length)), cancellation);
            if (read == 0)
            {
                return false;
            }

            count -= read;
        }

        return true;
    }

    private sealed record Answer(byte[]? Bytes);
}
