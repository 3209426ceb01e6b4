using System.Globalization;
using System.Text;

namespace Neap.Changes;

/// <summary>Reads single files of a tree by their paths.</summary>
/// <param name="git">The repository.</param>
internal sealed class FileReader(GitRunner git)
{
    /// <summary>A larger file is left out; git itself does not read attributes from a file of more than 100 MB.</summary>
    public const long LargestBytes = 16 * 1024 * 1024;

    /// <summary>What a pipe holds on every system (POSIX asks for 512 bytes, Linux grants a page at least).</summary>
    private const int LeastPipeBytes = 4096;

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
        using var process = git.Start(["cat-file", "--batch", "--buffer"], cancellation);
        var asking = AskAsync(process.Input, questions);
        var missing = Receive(process.Output, tree, questions, found);
        cancellation.ThrowIfCancellationRequested();
        await asking;
        if (missing is { } path)
        {
            var end = process.End(cancellation);
            await git.EnsureAcceptedAsync(cancellation);
            throw GitFailures.Unreadable($"File {path} of tree {tree}", end.Said);
        }

        return found;
    }

    /// <summary>Takes the answers in order; the path of the first that did not come, or null.</summary>
    private static RepoPath? Receive(
        Stream pipe, TreeId tree, List<(RepoPath Path, byte[] Name)> questions, Dictionary<RepoPath, byte[]> found)
    {
        using var output = new BufferedStream(pipe, 64 * 1024);
        foreach (var (path, _) in questions)
        {
            if (ReadAnswer(output, tree) is not { } answer)
            {
                return path;
            }

            if (answer.Bytes is not null)
            {
                found[path] = answer.Bytes;
            }
        }

        return null;
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

    /// <summary>A few questions fit into the pipe; more are asked beside the reading, so that neither side waits for ever.</summary>
    private static Task AskAsync(Stream input, List<(RepoPath Path, byte[] Name)> questions)
    {
        if (questions.Sum(question => question.Name.Length) > LeastPipeBytes)
        {
            return Task.Run(() => Ask(input, questions), CancellationToken.None);
        }

        Ask(input, questions);
        return Task.CompletedTask;
    }

    private static void Ask(Stream input, List<(RepoPath Path, byte[] Name)> questions)
    {
        try
        {
            foreach (var (_, name) in questions)
            {
                input.Write(name);
            }

            input.Close();
        }
        catch (IOException)
        {
            // Git has gone; the missing answer is reported with its complaint.
        }
    }

    private static Answer? ReadAnswer(BufferedStream output, TreeId tree)
    {
        if (ReadLine(output) is not { } line)
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
            ? output.ReadAtLeast(bytes, bytes!.Length, throwOnEndOfStream: false) == size
            : Skip(output, size);
        return whole && Skip(output, 1) ? new Answer(bytes) : null;
    }

    private static byte[]? ReadLine(BufferedStream output)
    {
        var line = new List<byte>();
        for (int next; (next = output.ReadByte()) >= 0;)
        {
            if (next == '\n')
            {
                return [.. line];
            }

            line.Add((byte)next);
        }

        return null;
    }

    private static bool Skip(BufferedStream output, long count)
    {
        var scratch = new byte[Math.Min(count, 64 * 1024)];
        while (count > 0)
        {
            var read = output.Read(scratch, 0, (int)Math.Min(count, scratch.Length));
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
