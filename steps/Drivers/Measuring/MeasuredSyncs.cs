using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>
/// Syncs that are timed, and whose memory is watched where they run as processes. Repeated ones take turns, so that a
/// machine that is busy for a while slows all of them alike, and their median counts, so that one slow sync moves nothing.
/// </summary>
public sealed class MeasuredSyncs(RepoDriver repos, NeapCommand neap, RunLog log, Workspace workspace, VectorServer vectors, Measurements measurements)
{
    /// <summary>First syncs, each into an index of its own. Columns RUN, REPOSITORY, WORKERS, BATCH SIZE and TIMES (1).</summary>
    public async Task FirstSyncsAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Read("RUN", "REPOSITORY", "WORKERS", "BATCH SIZE", "TIMES");
        var results = rows.ToDictionary(row => row["RUN"], _ => new List<Sample>());
        var rounds = rows.Max(Times);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var row in rows.Where(row => round <= Times(row)))
            {
                var place = OwnPlace($"{row["RUN"]}-{round}".Replace(' ', '-'));
                results[row["RUN"]].Add(await SyncAsync(repos.Find(row["REPOSITORY"]), [.. place.Options, .. Options(row)]));
                Directory.Delete(place.Folder, recursive: true);
            }
        }

        foreach (var (run, samples) in results)
        {
            Note(run, samples);
        }
    }

    /// <summary>
    /// The next sync of each repository, into the scenario's index. Columns RUN and REPOSITORY; with TIMES and EDITED BEFORE
    /// EACH one sync after the other, each after a commit that edits so many files, and the runs have a number behind the name.
    /// </summary>
    public async Task NextSyncsAsync(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("RUN", "REPOSITORY", "WORKERS", "BATCH SIZE", "TIMES", "EDITED BEFORE EACH"))
        {
            if (row["EDITED BEFORE EACH"].Length > 0)
            {
                await RepeatedAsync(row);
                continue;
            }

            Note(row["RUN"], [await SyncAsync(repos.Find(row["REPOSITORY"]), Options(row))]);
        }
    }

    private async Task RepeatedAsync(TableRow row)
    {
        var repo = repos.Find(row["REPOSITORY"]);
        for (var n = 1; n <= Times(row); n++)
        {
            ManyFiles.Change(repo, new TextTable(["CHANGE", "FILES", "UNDER"], [["edit", row["EDITED BEFORE EACH"], "src"]]));
            Note(string.Create(CultureInfo.InvariantCulture, $"{row["RUN"]} {n}"), [await SyncAsync(repo, Options(row))]);
        }
    }

    /// <summary>An index of its own: a file, or a new collection of the vector server with a new local index beside it.</summary>
    private (string[] Options, string Folder) OwnPlace(string name)
    {
        if (vectors.IsUsed)
        {
            return (["--collection", name], vectors.Move(name));
        }

        var folder = Path.Combine(workspace.Root, "measured", name);
        return (["--store", Path.Combine(folder, "index.db")], folder);
    }

    private static int Times(TableRow row) => int.Parse(row.Or("TIMES", "1"), CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Options(TableRow row) =>
    [
        .. row["WORKERS"].Length > 0 ? (string[])["--workers", row["WORKERS"]] : [],
        .. row["BATCH SIZE"].Length > 0 ? (string[])["--batch-size", row["BATCH SIZE"]] : [],
    ];

    private async Task<Sample> SyncAsync(Repo repo, IReadOnlyList<string> options)
    {
        string[] arguments = ["index", "sync", repo.Folder, "--json", .. options];
        var started = Stopwatch.GetTimestamp();
        var (result, memory) = neap.AsProcess ? await WatchedAsync(repo, arguments) : (await neap.RunAsync(repo.Folder, arguments), MemoryWatch.None);
        var time = Stopwatch.GetElapsedTime(started);
        log.Note(result);
        result.ExitCode.Should().Be(0, "a measured sync completes: {0}", result);
        var report = new RunReport(result, repo);
        return new Sample(time, report.Parts.Sum(part => part.GetProperty("files").Number("total")), memory);
    }

    private async Task<(CommandResult Result, MemoryWatch Memory)> WatchedAsync(Repo repo, string[] arguments)
    {
        using var process = neap.Start(repo.Folder, arguments);
        var memory = await MemoryWatch.UntilEndAsync(process);
        return (await process.EndAsync(), memory);
    }

    private void Note(string run, List<Sample> samples)
    {
        var seconds = samples.Select(sample => sample.Time.TotalSeconds).Order().ElementAt(samples.Count / 2);
        measurements.Note("time", run, seconds);
        measurements.Note("speed", run, samples.Average(sample => sample.Files) / seconds);
        if (samples.TrueForAll(sample => sample.Memory.PeakBytes > 0))
        {
            measurements.Note("peak memory", run, samples.Max(sample => sample.Memory.PeakBytes) / 1e6);
            measurements.Note("late memory over early memory", run, samples.Max(sample => sample.Memory.LateOverEarly));
        }
    }

    private sealed record Sample(TimeSpan Time, long Files, MemoryWatch Memory);
}
