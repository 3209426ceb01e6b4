using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>Searches that are timed beside the least that an answer takes; each is a whole command but for the start of a process.</summary>
public sealed class MeasuredSearches(NeapCommand neap, Workspace workspace, RepoDriver repos, GitCommand git, Measurements measurements)
{
    /// <summary>Asks every question as often as its row says and notes the shortest time, in milliseconds, and the fewest answers.</summary>
    /// <param name="table">Columns RUN, BY (nothing: the index is asked for its state, and git for the top of the tree), FOR and TIMES (1).</param>
    public async Task MeasureAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("RUN", "BY", "FOR", "TIMES"))
        {
            var (shortest, fewest) = (double.MaxValue, int.MaxValue);
            for (var n = int.Parse(row.Or("TIMES", "1"), CultureInfo.InvariantCulture); n > 0; n--)
            {
                var (time, answers) = await AskAsync(row["BY"], row["FOR"]);
                (shortest, fewest) = (Math.Min(shortest, time), Math.Min(fewest, answers));
            }

            measurements.Note("shortest time", row["RUN"], shortest);
            measurements.Note("fewest answers", row["RUN"], fewest);
        }
    }

    private async Task<(double Milliseconds, int Answers)> AskAsync(string way, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var result = way.Length == 0 ? await LeastAsync() : await RunAsync("search", "--by", way, "--", text);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return result.ExitCode == 0
            ? (time, result.Json().Items(way.Length == 0 ? "revisions" : "hits").Count())
            : throw new SpecException($"A measured search did not work: {result}");
    }

    private async Task<CommandResult> LeastAsync()
    {
        git.Run(repos.Current.Folder, "ls-tree", "HEAD");
        return await RunAsync("status");
    }

    private Task<CommandResult> RunAsync(string command, params IReadOnlyList<string> arguments) =>
        neap.RunInsideAsync(workspace.Root, ["index", command, "--json", .. arguments]);
}
