using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>Sends signals to a real sync at a moment that is certain, and holds it to ending in time.</summary>
public sealed class StopDriver(
    SyncDriver sync, RepoDriver repos, NeapCommand neap, RunLog log, NetworkDriver network, EmbeddingServer embedding,
    SilentStore store)
{
    private const string Heard = "Interrupted: finishing";
    private const string Then = ", then ";
    private const string Embedding = "is embedding";
    private const string EmbeddingFile = "embeds file ";
    private const int SomeCalls = 3;

    /// <summary>A suite that a shell runs behind its back ignores some signals, and its children would inherit that.</summary>
    private static readonly string[] Heedful = OperatingSystem.IsLinux() ? ["env", "--default-signal=HUP,INT,TERM"] : [];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A machine under load may send the second signal when the first one has been obeyed already.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Starts a sync, sends signals at the moment, and waits for the end, which has to come within 10 s; as part of the
    /// world before, the sync has to be interrupted by that.
    /// </summary>
    /// <param name="tense">Whether the world before or the event is told.</param>
    /// <param name="signals">Such as <c>SIGINT</c> or <c>SIGTERM, then SIGINT</c>; each waits until the one before was heard.</param>
    /// <param name="moment">
    /// <c>waits for the embedding server</c>, <c>waits for its turn</c>, <c>is embedding</c>, <c>embeds file 3</c> where
    /// each batch is one file, or what <see cref="SilentStore"/> knows; or that in the past.
    /// </param>
    public async Task SignalAsync(Tense tense, string signals, string moment)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(moment);
        var present = moment.Replace("waited", "waits", StringComparison.Ordinal).Replace("was", "is", StringComparison.Ordinal);
        await SignalAsync(signals, present);
        if (tense == Tense.Past && signals.Contains(Then, StringComparison.Ordinal) && sync.Last.Command.ExitCode == CommandResult.Interrupted)
        {
            sync.Last.Command.IsDocumented = true; // told twice, it leaves without a word
        }
        else if (tense == Tense.Past && moment.EndsWith(PostgresFaults.Graph, StringComparison.Ordinal))
        {
            sync.ShouldHaveCompleted(failedFiles: 0); // the revision was there before
        }
        else if (tense == Tense.Past)
        {
            sync.ShouldHaveStopped("interrupted");
        }
    }

    /// <summary>Starts a sync, sends signals at the moment, and waits for the end, as the event.</summary>
    public async Task SignalAsync(string signals, string moment)
    {
        ArgumentNullException.ThrowIfNull(signals);
        await sync.RememberAsync();
        await PrepareAsync(moment);
        using var process = neap.Start(repos.Current.Folder, sync.Settings.Arguments(repos.Current), [.. neap.Wrapper, .. Heedful]);
        await ReachAsync(process, moment);
        var began = Stopwatch.GetTimestamp();
        var all = signals.Split(Then);
        foreach (var signal in all.Where((_, place) => place == 0 || process.IsRunning))
        {
            process.Signal(NumberOf(signal));
            await (neap.IsRead ? process.SaysAsync(Heard) : Task.CompletedTask);
        }

        var gap = Stopwatch.GetElapsedTime(began);
        if (all.Length == 1)
        {
            embedding.LetGo(); // whoever is told twice must not need an answer any more
        }

        var result = await process.EndAsync();
        HoldTo(result, Stopwatch.GetElapsedTime(began), all.Length > 1 ? gap : null);
        await CleanAsync(moment);
        sync.Take(new RunReport(log.Note(result), repos.Current));
    }

    /// <summary>The end came in time, and after two signals at once.</summary>
    private static void HoldTo(CommandResult result, TimeSpan time, TimeSpan? gap)
    {
        if (gap < Prompt)
        {
            result.Error.Should().NotContain(
                "error:", "the second signal, which came after {0:N1} s, is obeyed: {1}", gap.Value.TotalSeconds, result);
        }

        time.Should().BeLessThanOrEqualTo(Longest, "the sync ends soon after the signal: {0}", result);
    }

    private async Task PrepareAsync(string moment)
    {
        if (CallsBefore(moment) is { } calls)
        {
            embedding.HoldAfter(calls);
        }
        else if (SilentStore.Knows(moment))
        {
            await store.PrepareAsync(moment);
        }
    }

    private async Task CleanAsync(string moment)
    {
        embedding.LetGo();
        if (SilentStore.Knows(moment))
        {
            await store.EndAsync(moment);
        }
    }

    private Task ReachAsync(NeapProcess process, string moment)
    {
        return moment switch
        {
            "waits for the embedding server" => process.ReachesAsync(moment, () => network.IsSilent("embedding server")),
            "waits for its turn" => process.SaysAsync("Waiting for up to"),
            _ when SilentStore.Knows(moment) => store.ReachAsync(process, moment),
            _ when CallsBefore(moment) is not null => process.ReachesAsync(moment, () => embedding.IsHolding),
            _ => throw new SpecException($"Nobody knows when a sync {moment}."),
        };
    }

    /// <summary>The calls that are answered before the moment; null for a moment of another kind.</summary>
    private static int? CallsBefore(string moment) => moment == Embedding ? SomeCalls
        : moment.StartsWith(EmbeddingFile, StringComparison.Ordinal)
            ? int.Parse(moment[EmbeddingFile.Length..], CultureInfo.InvariantCulture) - 1
        : null;

    private static int NumberOf(string signal) => signal switch
    {
        "SIGHUP" => 1,
        "SIGINT" => 2,
        "SIGTERM" => 15,
        _ => throw new SpecException($"There is no signal \"{signal}\" here."),
    };
}
