using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>Searches that are timed beside the least that an answer takes; each is a whole command but for the start of a process.</summary>
public sealed class MeasuredSearches(NeapCommand neap, Workspace workspace, RepoDriver repos, GitCommand git, Measurements measurements)
{
    /// <summary>
    /// Asks the questions in turn, each as often as its row says, and notes the shortest time, in milliseconds, and the
    /// fewest answers.
    /// </summary>
    /// <remarks>In turn, because what else the machine does comes and goes: a busy minute is then one of all of them.</remarks>
    /// <param name="table">Columns RUN, BY (nothing: the index is asked for its state, and git for the top of the tree), FOR and TIMES (1).</param>
    public async Task MeasureAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Read("RUN", "BY", "FOR", "TIMES").Select(row =>
            (Run: row["RUN"], Way: row["BY"], Text: row["FOR"], Times: int.Parse(row.Or("TIMES", "1"), CultureInfo.InvariantCulture))).ToList();
        var asked = rows.ToDictionary(row => row.Run, _ => new List<(double Milliseconds, int Answers)>());
        for (var turn = 0; turn < rows.Max(row => row.Times); turn++)
        {
            foreach (var row in rows.Where(row => turn < row.Times))
            {
                asked[row.Run].Add(await AskAsync(row.Way, row.Text));
            }
        }

        foreach (var (run, answers) in asked)
        {
            measurements.Note("shortest time", run, answers.Min(answer => answer.Milliseconds));
            measurements.Note("fewest answers", run, answers.Min(answer => answer.Answers));
        }
    }

    private async Task<(double Milliseconds, int Answers)> AskAsync(string way, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var result = way.Length == 0 ? await LeastAsync() : await RunAsync("search", "--by", way, "--", text);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        result.ExitCode.Should().Be(0, "a measured search works: {0}", result);
        return (time, result.Json().Items(way.Length == 0 ? "revisions" : "hits").Count());
    }

    private async Task<CommandResult> LeastAsync()
    {
        git.Run(repos.Current.Folder, "ls-tree", "HEAD");
        return await RunAsync("status");
    }

    private Task<CommandResult> RunAsync(string command, params IReadOnlyList<string> arguments) =>
        neap.RunInsideAsync(workspace.Root, ["index", command, "--json", .. arguments]);
}
