using System.Globalization;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>
/// Makes a chosen write into an index file never end: the file itself, or the local index beside a vector server. A trigger
/// behind the product's back does it; nothing in the product knows about it.
/// </summary>
public sealed partial class StalledWrite(NeapCommand neap, RepoDriver repos, StorePlace place)
{
    private const string Forever = """
        SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)
        """;

    private const string GivingUp = "before a collection is given up";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // for a machine that is busy with other things
    private long _doneWhenArmed;

    /// <summary>True for moments such as <c>after file 3</c>.</summary>
    public static bool Knows(string moment) => Moment().IsMatch(moment);

    /// <summary>Files of the moments are counted from now on, over all syncs that are cut short.</summary>
    public void CountFromNow() => _doneWhenArmed = IndexDatabase.Number(place.File, "SELECT count(*) FROM blob") ?? 0;

    /// <summary>The next sync comes to a moment and stands there until somebody ends it.</summary>
    public async Task HoldAtAsync(string moment)
    {
        await PrepareAsync();
        var condition = FilesBefore(moment) is { } count
            ? $"AFTER INSERT ON blob WHEN (SELECT count(*) FROM blob) > {_doneWhenArmed + count}"
            : moment == GivingUp ? "BEFORE DELETE ON revision"
            : moment == "after service 1" ? "AFTER INSERT ON revision WHEN (SELECT count(*) FROM revision) > 1"
            : "BEFORE INSERT ON revision";
        IndexDatabase.Execute(place.File, $"CREATE TRIGGER stall {condition} BEGIN {Forever}; END");
        IndexDatabase.Execute(place.File, $"CREATE TRIGGER stall_too BEFORE {(moment == GivingUp ? "DELETE" : "UPDATE")} ON revision BEGIN {Forever}; END");
    }

    /// <summary>Waits until a process stands in the write that does not end.</summary>
    public async Task HeldAsync(NeapProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        var stall = new Stall(process.Id);
        var interval = TimeSpan.FromMilliseconds(5);
        using var limit = new CancellationTokenSource(Patience);
        while (!stall.IsCertain(IndexDatabase.IsHeld(place.File)))
        {
            if (!process.IsRunning || limit.IsCancellationRequested)
            {
                process.Kill();
                var result = await process.EndAsync();
                throw new SpecException($"The armed fault did not strike: {result}\n{result.Output}");
            }

            await Task.Delay(interval, TimeProvider.System);
        }
    }

    /// <summary>No sync will stand there any more.</summary>
    public void LetGo() => IndexDatabase.Execute(place.File, "DROP TRIGGER stall; DROP TRIGGER stall_too");

    /// <summary>The index file has to exist before a trigger can be put into it; an empty repository makes it.</summary>
    private async Task PrepareAsync()
    {
        if (File.Exists(place.File))
        {
            return;
        }

        var empty = place.Folder("nothing");
        repos.Current.Git("init", "--quiet", empty);
        await neap.RunInsideAsync(empty, "index", "sync", empty);
        IndexDatabase.Execute(place.File, "DELETE FROM revision; DELETE FROM repository; DELETE FROM sync_runs");
    }

    private static int? FilesBefore(string moment)
    {
        var match = Moment().Match(moment);
        return match.Groups["file"].Success
            ? int.Parse(match.Groups["file"].Value, CultureInfo.InvariantCulture) - (match.Groups["side"].Value == "before" ? 1 : 0)
            : null;
    }

    [GeneratedRegex("^(?:(?<side>before|after) file (?<file>[0-9]+)|before the run closes|before a collection is given up|after service 1)$")]
    private static partial Regex Moment();
}
