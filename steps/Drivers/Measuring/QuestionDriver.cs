namespace Drivers;

/// <summary>Questions to this project's own repository.</summary>
public sealed class QuestionDriver(NeapCommand neap, Workspace workspace, GitCommand git, RunLog log, SearchQuality quality)
{
    private readonly List<Question> _questions = [];

    /// <summary>Indexes this project's own repository as it is committed.</summary>
    public async Task IndexOwnRepositoryAsync()
    {
        var result = log.Note(await neap.RunAsync(workspace.Root, "index", "sync", RepositoryRoot.Find(), "--name", "own", "--json"));
        result.ExitCode.Should().Be(0, "this repository can be indexed: {0}", result);
    }

    /// <summary>Asks questions of a table QUESTION | FILE, as a person would, in every way; the files have to exist.</summary>
    public Task AskAsync(TextTable table)
    {
        Take(table);
        return quality.AskAsync(_questions);
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
                : throw new SpecException($"There is no file {row["FILE"]} any more; name the one that answers \"{row["QUESTION"]}\"."));
        }
    }

    private HashSet<string> Files() =>
        [.. git.Run(RepositoryRoot.Find(), "ls-tree", "-r", "--name-only", "HEAD").Split('\n')];
}
