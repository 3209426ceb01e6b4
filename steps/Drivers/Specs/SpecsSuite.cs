namespace Drivers;

/// <summary>A small suite with its run, as files in a folder of its own: what <c>specs</c> reads.</summary>
public sealed class SpecsSuite(Workspace workspace, GitCommand git)
{
    private const string Messages = "messages.ndjson";
    private static readonly DateTimeOffset Present = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private readonly List<string> _messages = [];
    private readonly List<string> _beside = [];
    private List<SampleScenario> _scenarios = [];

    /// <summary>The folder in which <c>specs</c> is run.</summary>
    public string Folder { get; } = Directory.CreateDirectory(workspace.Folder("suite")).FullName;

    /// <summary>The options that name everything that was set up.</summary>
    public IReadOnlyList<string> Options =>
        [.. _messages.SelectMany(file => (string[])["--messages", file]), .. _beside];

    /// <summary>The lines of the first file of messages.</summary>
    public IReadOnlyList<string> Lines => File.ReadAllLines(FileOf(Messages));

    private string Features => Directory.CreateDirectory(FileOf("features")).FullName;

    /// <summary>Writes <c>the run</c>, with its features, or a further file of messages where scenarios <c>were run again</c>.</summary>
    public void Run(string which, TextTable table)
    {
        Action<TextTable> run = which == "the run" ? Run : RunAgain;
        run(table);
    }

    private void Run(TextTable table)
    {
        _scenarios = SampleScenario.Read(table);
        Write(Messages, _scenarios, Present);
    }

    /// <summary>Writes a further file of messages: a rerun, or another lane.</summary>
    private void RunAgain(TextTable table) =>
        Write($"messages-{_messages.Count + 1}.ndjson", SampleScenario.Read(table), Present.AddHours(1));

    /// <summary>Leaves only the first messages, as a killed run does.</summary>
    public void BreakOff(int count) => File.WriteAllLines(FileOf(Messages), Lines.Take(count));

    /// <summary>
    /// Changes one text of the messages or features, as an edit after the run would; <c>\n</c> begins a line.
    /// </summary>
    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(FileOf(file));
        File.WriteAllText(FileOf(file), text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, with.Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal)
            : throw new SpecException($"{file} does not contain {old}."));
    }

    /// <summary>Writes any file below the folder.</summary>
    public void WriteFile(string file, string text)
    {
        var path = FileOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }

    /// <summary>Writes a file that stands beside the run.</summary>
    public void Beside(string kind, TextTable table) => _beside.AddRange(SampleInputs.Write(Folder, kind, table));

    /// <summary>Names a file of lines that were passed through.</summary>
    public void BesideCoverage(string file) => _beside.AddRange(["--coverage", file]);

    /// <summary>Commits an earlier version of the features, and puts back the present one.</summary>
    public void CommitBefore(TextTable table)
    {
        Directory.Delete(Features, recursive: true);
        SampleFeatures.Write(Features, SampleScenario.Read(table));
        Commit("earlier");
        foreach (var feature in Directory.EnumerateFiles(Features, "*.feature", SearchOption.AllDirectories))
        {
            File.Delete(feature);
        }

        SampleFeatures.Write(Features, _scenarios);
        _beside.AddRange(["--base", "earlier"]);
    }

    /// <summary>Commits what the features are now and gives the commit a name.</summary>
    public void Commit(string name)
    {
        if (!Directory.Exists(FileOf(".git")))
        {
            git.Run(Folder, "init", "--quiet");
        }

        git.Run(Folder, "add", "--all", "features");
        git.Run(Folder, "commit", "--quiet", "--allow-empty", "--message", name);
        git.Run(Folder, "tag", name);
    }

    /// <summary>
    /// The command lines by which earlier runs enter the history, the oldest first: one a run, with the results or
    /// figures of a table whose columns are SCENARIO and RESULTS, or FIGURE and VALUES.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> EarlierRuns(TextTable table)
    {
        var rows = table.Read("SCENARIO", "RESULTS", "FIGURE", "VALUES");
        var count = rows.Max(row => (row["RESULTS"] + row["VALUES"]).Split(", ").Length);
        WriteFile("gate-before.yml", "- { rule: skipped, max: 100% }");
        _beside.AddRange(["--history", "history.jsonl"]);
        for (var run = 0; run < count; run++)
        {
            var scenarios = _scenarios.Select(scenario => At(scenario, rows, run)).ToList();
            File.WriteAllLines(FileOf("before.ndjson"), Lined(scenarios, Present.AddDays(run - count)));
            yield return ["gate", "--gate", "gate-before.yml", "--messages", "before.ndjson", "--history",
                "history.jsonl", "--remember"];
        }
    }

    private static SampleScenario At(SampleScenario scenario, IReadOnlyList<TableRow> rows, int run)
    {
        var own = rows.FirstOrDefault(row => row["SCENARIO"] == scenario.Name);
        var figure = rows.FirstOrDefault(row => scenario.Figure.StartsWith(row["FIGURE"] + " ",
            StringComparison.Ordinal));
        return scenario with
        {
            Results = own is null ? ["passed"] : SampleScenario.ResultsOf(own["RESULTS"].Split(", ")[run]),
            Figure = figure is null ? "" : $"{figure["FIGURE"]} {figure["VALUES"].Split(", ")[run]} ms",
        };
    }

    private void Write(string file, List<SampleScenario> scenarios, DateTimeOffset started)
    {
        var examples = _messages.Count == 0
            ? SampleFeatures.Write(Features, scenarios)
            : [.. SampleFeatures.Write(Scratch(), _scenarios).SelectMany(example => scenarios
                .Where(again => IsSame(again, example.Scenario)).Select(again => example with { Scenario = again }))];
        File.WriteAllLines(FileOf(file), SampleMessages.Of(examples, started));
        _messages.Add(file);
    }

    private static bool IsSame(SampleScenario one, SampleScenario other) =>
        (one.Name, one.Row) == (other.Name, other.Row);

    private IReadOnlyList<string> Lined(List<SampleScenario> scenarios, DateTimeOffset started) =>
        SampleMessages.Of(SampleFeatures.Write(Scratch(), scenarios), started);

    private string Scratch() => workspace.Folder("scratch");

    private string FileOf(string name) => Path.Combine(Folder, name);
}
