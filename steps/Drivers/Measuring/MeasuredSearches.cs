using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>Searches that are timed, each a whole command but for the start of a process.</summary>
public sealed class MeasuredSearches(NeapCommand neap, Workspace workspace, Measurements measurements)
{
    /// <summary>Asks every question as often as its row says and notes the shortest time, in milliseconds, and the fewest hits.</summary>
    /// <param name="table">Columns RUN, BY, FOR and TIMES (1).</param>
    public async Task MeasureAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("RUN", "BY", "FOR", "TIMES"))
        {
            var (shortest, fewest) = (double.MaxValue, int.MaxValue);
            for (var n = int.Parse(row.Or("TIMES", "1"), CultureInfo.InvariantCulture); n > 0; n--)
            {
                var (time, hits) = await AskAsync(row["BY"], row["FOR"]);
                (shortest, fewest) = (Math.Min(shortest, time), Math.Min(fewest, hits));
            }

            measurements.Note("shortest time", row["RUN"], shortest);
            measurements.Note("fewest hits", row["RUN"], fewest);
        }
    }

    private async Task<(double Milliseconds, int Hits)> AskAsync(string way, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await neap.RunInsideAsync(workspace.Root, "index", "search", "--by", way, "--json", "--", text);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return result.ExitCode == 0
            ? (time, result.Json().Items("hits").Count())
            : throw new SpecException($"A measured search did not work: {result}");
    }
}
