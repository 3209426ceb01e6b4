namespace Drivers;

/// <summary>Questions to this project's own repository, as it was at one commit.</summary>
public sealed class QuestionDriver(NeapCommand neap, Workspace workspace, GitCommand git, RunLog log, SearchQuality quality)
{
    private readonly List<Question> _questions = [];

    private string Clone => Path.Combine(workspace.Root, "own");

    /// <summary>Indexes this project's own repository as it was after the commit with this message.</summary>
    public async Task IndexOwnRepositoryAsync(string message)
    {
        git.Run(workspace.Root, "clone", "--quiet", "--no-checkout", RepositoryRoot.Find(), Clone);
        git.Run(Clone, "checkout", "--quiet", "--detach", Commit(message));
        var result = log.Note(await neap.RunAsync(workspace.Root, "index", "sync", Clone, "--json"));
        result.ExitCode.Should().Be(0, "this repository can be indexed: {0}", result);
    }

    /// <summary>Asks questions of a table QUESTION | FILE, as a person would, in every way; the files have to exist.</summary>
    public Task AskAsync(TextTable table)
    {
        Take(table);
        return quality.AskAsync(_questions);
    }

    private string Commit(string message)
    {
        var commits = git.Run(Clone, "log", "--format=%H %s").Split('\n').Where(line => line[(line.IndexOf(' ') + 1)..] == message).ToList();
        return commits is [var only]
            ? only[..only.IndexOf(' ')]
            : throw new SpecException($"This project's history has {commits.Count} commits with the message \"{message}\".");
    }

    private void Take(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var files = Files();
        foreach (var row in table.Read("QUESTION", "FILE"))
        {
            var names = row["FILE"].Split(", ");
            var found = files.Where(file => names.Contains(file.Split('/')[^1])).ToHashSet();
            _questions.Add(found.Count >= names.Length
                ? new Question(row["QUESTION"], found)
                : throw new SpecException($"There is no file {row["FILE"]} in that commit; name the one that answers \"{row["QUESTION"]}\"."));
        }
    }

    private HashSet<string> Files() =>
        [.. git.Run(Clone, "ls-tree", "-r", "--name-only", "HEAD").Split('\n')];
}
