using Specs.Drawings;

namespace Drivers;

/// <summary>Syncs the index and knows what it was before and after.</summary>
public sealed class SyncDriver(RepoDriver repos, IndexDriver index, NeapCommand neap, RunLog log, IndexFileDriver file)
{
    private readonly Dictionary<Repo, string> _names = [];
    private List<RunReport> _runs = [];
    private IndexState? _before;
    private IndexState? _after;

    /// <summary>The settings of all later syncs.</summary>
    public SyncSettings Settings { get; } = new();

    /// <summary>The settings of the last sync.</summary>
    public SyncSettings LastSettings { get; private set; } = new();

    /// <summary>The last run's report.</summary>
    public RunReport Last => _runs.Count > 0 ? _runs[^1] : throw new SpecException("No sync has run yet.");

    /// <summary>The reports of the runs that belong to the event: one a repository.</summary>
    public IReadOnlyList<RunReport> Runs => _runs;

    /// <summary>The names that the index gives a repository.</summary>
    public IReadOnlyList<string> NamesOf(Repo repo)
    {
        ArgumentNullException.ThrowIfNull(repo);
        return [_names.GetValueOrDefault(repo, repo.Name), repo.Name, Path.GetFileName(repo.Name)];
    }

    /// <summary>Syncs every repository of the scenario, one after the other or all that are followed in one command, whatever the outcome.</summary>
    public Task SyncAsync() => SyncAsync(Settings);

    /// <summary>Syncs and is asked to stop before the first batch is stored; what was read by then is kept.</summary>
    public async Task StopAsync()
    {
        neap.Stop = new CancellationToken(canceled: true);
        await SyncAsync();
        neap.Stop = CancellationToken.None;
        ShouldHaveStopped("interrupted");
    }

    /// <summary>Syncs the newest repository of the scenario alone, whatever the outcome.</summary>
    public async Task SyncCurrentAsync()
    {
        LastSettings = Settings;
        await RememberAsync();
        repos.Remember();
        var result = log.Note(await neap.RunAsync(repos.Current.Folder, Settings.Arguments(repos.Current)));
        repos.RememberAfter();
        Take(new RunReport(result, repos.Current));
    }

    /// <summary>Syncs with other settings this once.</summary>
    public Task SyncWithAsync(Tense tense, TextTable table) => SyncWithAsync(tense, Settings.With(table));

    /// <summary>Syncs with one other setting this once.</summary>
    public Task SyncWithAsync(Tense tense, string setting, string value) => SyncWithAsync(tense, Settings.With(setting, value));

    /// <summary>Syncs as part of the world before: it has to succeed, apart from a number of files that cannot be indexed.</summary>
    public async Task HaveSyncedAsync(int failedFiles)
    {
        await SyncAsync();
        ShouldHaveCompleted(failedFiles);
    }

    /// <summary>What was told of the world before has to have succeeded.</summary>
    public void Document(Tense tense, FailedCount failed = default)
    {
        if (tense == Tense.Past && failed == FailedCount.Everything)
        {
            ShouldHaveFailed();
        }
        else if (tense == Tense.Past)
        {
            ShouldHaveCompleted(failed.Value);
        }
    }

    /// <summary>Syncs as part of the world before; it has to stop with an error.</summary>
    public async Task HaveFailedAsync()
    {
        await SyncAsync();
        ShouldHaveFailed();
    }

    private void ShouldHaveFailed()
    {
        _runs.ForEach(run => run.Command.IsDocumented = run.Command.ExitCode != 0);
        ShouldHaveStopped(Last.ErrorKind.Length > 0 ? Last.ErrorKind : "an error");
    }

    /// <summary>Every run of the event completed, with this number of files that could not be indexed.</summary>
    public void ShouldHaveCompleted(int failedFiles)
    {
        foreach (var run in _runs)
        {
            run.Command.IsDocumented = true;
        }

        int[] codes = failedFiles == 0 ? [0] : [0, 1];
        foreach (var command in _runs.Select(run => run.Command))
        {
            command.ExitCode.Should().BeOneOf(codes, "the sync completes: {0}\n{1}", command, command.Output);
        }

        _runs.Sum(run => run.Failures.Count()).Should().Be(
            failedFiles, "so many files fail: {0}", _runs.LastOrDefault()?.Command.Output);
    }

    /// <summary>The last run stopped with an error of this kind.</summary>
    public void ShouldHaveStopped(string kind)
    {
        Last.Command.IsDocumented = true;
        Last.ErrorKind.Should().Be(kind, "the sync stops with this error: {0}\n{1}", Last.Command, Last.Command.Output);
    }

    /// <summary>Takes a command that a person typed as the event, where it was a sync.</summary>
    public async Task<CommandResult> TypeAsync(string folder, IReadOnlyList<string> arguments)
    {
        await RememberAsync();
        repos.Remember();
        var result = log.Note(await neap.RunAsync(folder, arguments));
        repos.RememberAfter();
        if (arguments is ["index", "sync" or "rebuild", ..] && result.Output.StartsWith('{'))
        {
            Take(new RunReport(result, repos.Current));
        }

        return result;
    }

    /// <summary>Notes a command that belongs to the event.</summary>
    public CommandResult Note(CommandResult command) => log.Note(command);

    /// <summary>What the index holds now.</summary>
    public async Task<IndexState> StateAsync() => _after ??= await index.ReadAsync();

    /// <summary>What the event changed in the index.</summary>
    public async Task<IReadOnlyList<IndexChange>> DeltaAsync() =>
        IndexDelta.Between(_before ?? throw new SpecException("The index could not be read before the event."), await StateAsync());

    /// <summary>What the event changed, as a picture; null where no sync ran or the index cannot be read.</summary>
    public async Task<IndexPicture?> TryDeltaAsync()
    {
        if (_runs.Count == 0 || _before is null)
        {
            return null;
        }

        _after ??= await index.TryReadAsync();
        return _after is null ? null : IndexEvidence.Of(_before, _after, _runs);
    }

    /// <summary>Notes the index as it is before an event.</summary>
    public async Task RememberAsync()
    {
        (_runs, _after, _before) = ([], null, null);
        file.Remember();
        var stop = neap.Stop; // looking at the index is no part of what the operator stops
        neap.Stop = CancellationToken.None;
        _before = await index.TryReadAsync();
        neap.Stop = stop;
    }

    /// <summary>Takes a finished run as part of the event.</summary>
    public void Take(RunReport run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _runs.Add(run);
        log.Timeline.Note(run);
        _after = null;
        if (run.Parts is [{ ValueKind: System.Text.Json.JsonValueKind.Object } only] && only.Text("repository") is { Length: > 0 } name)
        {
            _names[run.Repository] = name;
        }
    }

    private async Task SyncWithAsync(Tense tense, SyncSettings settings)
    {
        await SyncAsync(settings);
        Document(tense);
    }

    private async Task SyncAsync(SyncSettings settings)
    {
        LastSettings = settings;
        await RememberAsync();
        foreach (var repo in settings.IsOfAllFollowed ? [repos.Current] : repos.All)
        {
            if (settings.IsWorkingTree || settings.FromFolder is not null)
            {
                repo.EnsureWorkTree();
            }

            repos.Remember();
            var result = log.Note(await neap.RunAsync(FolderOf(repo, settings), settings.Arguments(repo)));
            repos.RememberAfter();
            Take(new RunReport(result, repo));
        }
    }

    private static string FolderOf(Repo repo, SyncSettings settings) => settings.FromFolder switch
    {
        null => repo.Folder,
        "the other worktree" => Situations.OtherWorkTree(repo),
        var folder => Path.Combine(repo.Folder, folder),
    };
}
