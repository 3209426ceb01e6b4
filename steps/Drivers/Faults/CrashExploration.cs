using System.Collections.Concurrent;

namespace Drivers;

/// <summary>
/// Kills a real sync at many system calls on the index, one process a moment, and looks at what each kill left and at
/// what the next sync makes of it. Where strace is missing the moments are points in time, and the summary says so.
/// </summary>
public sealed class CrashExploration(SyncDriver sync, RepoDriver repos, NeapCommand neap, Workspace workspace)
{
    private const int AtOnce = 2;
    private const int Shown = 5;
    private readonly ConcurrentBag<KillOutcome> _outcomes = [];
    private TimeSpan _duration;
    private int _next;

    /// <summary>How many kills there were, how they were placed, and what they cost.</summary>
    public string Summary => $"{_outcomes.Count} kills at {(SystemCalls.AreVisible ? "system calls" : "points in time, because strace is missing")}, "
        + $"{_outcomes.Count(outcome => outcome.LeftWhole is not null)} left something broken, "
        + $"{_outcomes.Count(outcome => outcome.InStep is not null)} next syncs not in step, "
        + $"{_outcomes.Sum(outcome => outcome.Repeated)} contents read again. "
        + string.Join(", ", _outcomes.GroupBy(outcome => outcome.Point.Split(' ')[0]).Select(group => $"{group.Key} {group.Count()}"));

    /// <summary>Kills at this many moments.</summary>
    /// <param name="count">How many; there have to be as many.</param>
    /// <param name="what"><c>a sync</c>, <c>the last step of a sync</c> or <c>the upgrade of an index</c>.</param>
    public async Task ExploreAsync(int count, string what)
    {
        var scene = await SceneAsync(what);
        var points = new ConcurrentQueue<KillPoint>(await PointsAsync(scene, count));
        await Parallel.ForEachAsync(Enumerable.Range(0, AtOnce), async (worker, _) =>
        {
            while (_outcomes.Count < count && points.TryDequeue(out var point))
            {
                await StrikeAsync(scene, point, worker);
            }
        });
        _outcomes.Count.Should().BeGreaterThanOrEqualTo(count, "so many kills have to strike, and there is no other moment");
    }

    /// <summary>Every kill left this behind.</summary>
    /// <param name="what"><c>each kill left the index whole</c>, <c>each next sync ended in step</c>, or
    /// <c>nothing that was written was read again</c>.</param>
    public void ShouldHaveLeft(string what)
    {
        Action check = what switch
        {
            "each kill left the index whole" => ShouldHaveLeftWholeRevisions,
            "each next sync ended in step" => ShouldHaveEndedInStep,
            _ => ShouldHaveRepeatedNothing,
        };
        check();
    }

    /// <summary>Readers saw a whole revision in a sound file after each kill.</summary>
    private void ShouldHaveLeftWholeRevisions() => Check("readers see a whole revision in a sound file", outcome => outcome.LeftWhole);

    /// <summary>The sync after each kill ended with the index that an undisturbed one makes.</summary>
    private void ShouldHaveEndedInStep() => Check("the next sync ends in step", outcome => outcome.InStep);

    /// <summary>Nothing that was on the disk was read again.</summary>
    private void ShouldHaveRepeatedNothing() =>
        Check("nothing is read again", outcome => outcome.Repeated > 0 ? $"{outcome.Repeated} contents" : null);

    private void Check(string what, Func<KillOutcome, string?> find)
    {
        _outcomes.Should().NotBeEmpty("something was to be killed");
        var wrong = _outcomes.Where(outcome => find(outcome) is not null)
            .Select(outcome => $"killed at {outcome.Point}: {find(outcome)}").ToList();
        wrong.Take(Shown).Should().BeEmpty("after each of {0} kills {1}, and after {2} it was otherwise", _outcomes.Count, what, wrong.Count);
    }

    /// <summary>The index before, and what readers see before and after an undisturbed sync.</summary>
    private async Task<Scene> SceneAsync(string what)
    {
        await sync.RememberAsync();
        var folder = Path.GetDirectoryName(workspace.Store)!;
        var start = workspace.Folder("before-kills");
        Directory.CreateDirectory(folder);
        if (what == "the upgrade of an index")
        {
            new IndexFileDriver(workspace).Make("index file", "of the first version");
        }
        else if (what == "the last step of a sync")
        {
            neap.Stop = new CancellationToken(canceled: true);
            await neap.RunInsideAsync(repos.Current.Folder, [.. sync.Settings.Arguments(repos.Current), "--store", workspace.Store]);
            neap.Stop = CancellationToken.None;
        }

        Copy(folder, start);
        var scene = new Scene(start, await ExportAsync(workspace.Store), "");
        var undisturbed = Place(scene);
        await SyncAsync(undisturbed);
        return scene with { After = await ExportAsync(undisturbed) };
    }

    /// <summary>Every moment there is, those first that are spread evenly over all.</summary>
    private async Task<IEnumerable<KillPoint>> PointsAsync(Scene scene, int count)
    {
        var (store, log) = (Place(scene), workspace.Folder("calls.log"));
        var began = TimeProvider.System.GetTimestamp();
        var wrapper = SystemCalls.AreVisible ? SystemCalls.Counting(store, log) : [];
        using var process = neap.Start(repos.Current.Folder, ArgumentsOf(store), wrapper);
        var result = await process.EndAsync();
        if (result.ExitCode != 0)
        {
            throw new SpecException($"The sync that was to be killed does not even work undisturbed: {result}");
        }

        _duration = TimeProvider.System.GetElapsedTime(began);
        var all = SystemCalls.AreVisible
            ? SystemCalls.PointsOf(log)
            : [.. Enumerable.Range(1, count * 2).Select(number => new KillPoint("time", number))];
        var spread = Enumerable.Range(0, Math.Min(count, all.Count)).Select(i => all[i * all.Count / Math.Min(count, all.Count)]);
        return spread.Concat(all).Distinct();
    }

    private async Task StrikeAsync(Scene scene, KillPoint point, int worker)
    {
        var store = Place(scene);
        var wrapper = SystemCalls.AreVisible ? SystemCalls.Killing(store, point, worker) : [];
        using var process = neap.Start(repos.Current.Folder, ArgumentsOf(store), wrapper);
        if (!SystemCalls.AreVisible)
        {
            await Task.Delay(_duration * Random.Shared.NextDouble(), TimeProvider.System);
            process.Kill();
        }

        if ((await process.EndAsync()).ExitCode == CommandResult.Killed)
        {
            _outcomes.Add(await LookAsync(scene, store, point));
        }
    }

    private async Task<KillOutcome> LookAsync(Scene scene, string store, KillPoint point)
    {
        var seen = await ExportAsync(store);
        var whole = seen == scene.Before || seen == scene.After ? null : $"readers see {seen.Length} bytes that are neither before nor after";
        var sound = File.Exists(store) ? IndexDatabase.Text(store, "PRAGMA integrity_check") : "ok";
        var kept = IndexDatabase.Number(store, "SELECT count(*) FROM blob") ?? 0;
        var next = await SyncAsync(store);
        var now = IndexDatabase.Number(store, "SELECT count(*) FROM blob") ?? 0;
        var ended = next.ExitCode != 0 ? next.ToString()
            : await ExportAsync(store) == scene.After ? null
            : "another index than an undisturbed sync makes";
        var read = next.ExitCode == 0 ? next.Json().Number("contents_read") : 0;
        Keep(store);
        return new KillOutcome(point.ToString(), sound == "ok" ? whole : sound, ended, kept + read - now);
    }

    /// <summary>The index that was killed last becomes the scenario's, so that the oracle has a look at it, too.</summary>
    private void Keep(string store)
    {
        lock (_outcomes)
        {
            var folder = Path.GetDirectoryName(workspace.Store)!;
            Directory.Delete(folder, recursive: true);
            Directory.Move(Path.GetDirectoryName(store)!, folder);
        }
    }

    private IReadOnlyList<string> ArgumentsOf(string store) => [.. sync.Settings.Arguments(repos.Current), "--store", store];

    private Task<CommandResult> SyncAsync(string store) => neap.RunInsideAsync(repos.Current.Folder, ArgumentsOf(store));

    private async Task<string> ExportAsync(string store)
    {
        var export = await neap.RunInsideAsync(workspace.Root, "index", "export", "--json", "--store", store);
        return export.ExitCode == 0 ? export.Output
            : export.Output.Contains("\"index-missing\"", StringComparison.Ordinal) ? ""
            : $"{export}";
    }

    /// <summary>A copy of the index as it was before, in a folder of its own.</summary>
    private string Place(Scene scene)
    {
        var folder = workspace.Folder($"kill-{Interlocked.Increment(ref _next)}");
        Copy(scene.Start, folder);
        return Path.Combine(folder, Path.GetFileName(workspace.Store));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private sealed record Scene(string Start, string Before, string After);
}
