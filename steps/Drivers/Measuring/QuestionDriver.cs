namespace Drivers;

/// <summary>Questions to this project's own repository: its commits say which files answer which words.</summary>
public sealed class QuestionDriver(NeapCommand neap, Workspace workspace, GitCommand git, RunLog log, SearchQuality quality)
{
    private const int MostFiles = 8;
    private const int MostQuestions = 60;
    private readonly List<Question> _questions = [];

    /// <summary>Indexes this project's own repository as it is committed.</summary>
    public async Task IndexOwnRepositoryAsync()
    {
        var result = log.Note(await neap.RunAsync(workspace.Root, "index", "sync", RepositoryRoot.Find(), "--name", "own", "--json"));
        if (result.ExitCode != 0)
        {
            throw new SpecException($"This repository could not be indexed: {result}");
        }
    }

    /// <summary>Takes questions of a table QUESTION | FILE, as a person would ask them; the files have to exist.</summary>
    public void Take(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var files = Files();
        foreach (var row in table.Read("QUESTION", "FILE"))
        {
            var answer = row["FILE"];
            var found = files.Where(file => file == answer || file.EndsWith("/" + answer, StringComparison.Ordinal)).ToHashSet();
            _questions.Add(found.Count > 0
                ? new Question(row["QUESTION"], found)
                : throw new SpecException($"There is no file {answer} any more; name the one that answers \"{row["QUESTION"]}\"."));
        }
    }

    /// <summary>Takes the newest commits that touched few files: the subject is the question, the files are the answer.</summary>
    public void TakeHistory()
    {
        var files = Files();
        var log = git.Run(RepositoryRoot.Find(), "log", "--no-merges", "--format=%x00%s", "--name-only", "HEAD");
        foreach (var lines in log.Split('\0').Select(commit => commit.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var touched = lines.Skip(1).ToList();
            var answers = touched.Where(files.Contains).ToHashSet();
            if (touched.Count <= MostFiles && answers.Count > 0 && _questions.Count < MostQuestions)
            {
                _questions.Add(new Question(lines[0], answers));
            }
        }
    }

    /// <summary>Asks them all in every way.</summary>
    public Task AskAsync() => quality.AskAsync(_questions);

    private HashSet<string> Files() =>
        [.. git.Run(RepositoryRoot.Find(), "ls-tree", "-r", "--name-only", "HEAD").Split('\n')];
}
