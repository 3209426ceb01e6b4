using System.Diagnostics;
using System.Globalization;

namespace Drivers;

/// <summary>What operators do around Neap: backups, long stretches of work, the suite's own command.</summary>
public sealed class CareDriver(SyncDriver sync, RepoDriver repos, RunLog log, Workspace workspace, StorePlace place, FixedDayClock clock)
{
    private string Results => workspace.Folder("results");

    private string Workspaces => workspace.Folder("workspaces");

    private string Backup => workspace.Folder("backup");

    /// <summary>
    /// Copies the folder of the index, as a backup program does while nobody syncs (<c>index was backed up</c>), or puts the
    /// copy in its place (<c>backup was restored</c>).
    /// </summary>
    public void Copy(string what)
    {
        var folder = Path.GetDirectoryName(place.File)!;
        if (what == "index was backed up")
        {
            Copy(folder, Backup);
            return;
        }

        Directory.Delete(folder, recursive: true);
        Copy(Backup, folder);
    }

    /// <summary>Work goes on, and every sync succeeds.</summary>
    /// <param name="count">How often.</param>
    /// <param name="what"><c>working days passed, each with commits and a sync</c>, or <c>syncs were made, each after a commit</c>
    /// that adds one file.</param>
    public async Task WorkAsync(int count, string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (what.StartsWith("working days", StringComparison.Ordinal))
        {
            await WorkAsync(count);
            return;
        }

        for (var n = 1; n <= count; n++)
        {
            repos.CommitFile(string.Create(CultureInfo.InvariantCulture, $"notes/{n}.md"), $"note {n}");
            await sync.HaveSyncedAsync(failedFiles: 0);
        }
    }

    /// <summary>One working day after the other: a commit that adds, one that edits, one that removes, and a sync.</summary>
    private async Task WorkAsync(int days)
    {
        for (var day = 1; day <= days; day++)
        {
            repos.Commit(new TextTable(["MESSAGE", "CHANGE", "FILE", "CONTENT"],
            [
                [$"day {day} adds", "add", $"src/day-{day}.py", $"work of day {day}"],
                [$"day {day} edits", "edit", "src/file-1.py", $"state of day {day}"],
                .. day > 1 ? (IReadOnlyList<string>[])[[$"day {day} tidies", "delete", $"src/day-{day - 1}.py", ""]] : [],
            ]));
            clock.Advance(TimeSpan.FromDays(1));
            await sync.HaveSyncedAsync(failedFiles: 0);
        }
    }

    /// <summary>Runs a command of this project at its top, on this machine or, where words say so, without git and .NET.</summary>
    public async Task RunHereAsync(string commandLine, string machine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var path = string.IsNullOrEmpty(machine) ? null : BarePath();
        var start = new ProcessStartInfo("/bin/bash", commandLine.Split(' '))
        {
            WorkingDirectory = RepositoryRoot.Find(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        StandApart(start);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        log.Note(new CommandResult([commandLine], process.ExitCode, await output, await error));
    }

    /// <summary>A suite inside this one left as many folders for a look as were asked for.</summary>
    /// <param name="count">One for each scenario that failed.</param>
    public void ShouldKeep(int count)
    {
        var kept = Directory.GetDirectories(Workspaces, $"{Workspace.Prefix}*");
        kept.Should().HaveCount(count, "so many folders are kept for a look");
    }

    /// <summary>A suite that runs inside this one takes what is built, and leaves the results and choices of this one alone.</summary>
    private void StandApart(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SPECS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in workspace.Variables.Where(own => own.Key.StartsWith("SPECS_", StringComparison.Ordinal)))
        {
            start.Environment[name] = value;
        }

        start.Environment["SPECS_RESULTS"] = Results;
        start.Environment[Workspace.PlaceVariable] = Directory.CreateDirectory(Workspaces).FullName;
        start.Environment["REQNROLL_FORMATTERS_DISABLED"] = "true";
        start.Environment["VSTestNoBuild"] = "true";
    }

    /// <summary>A folder with the few programs that a shell script needs, and neither git nor .NET.</summary>
    private string BarePath()
    {
        var folder = Directory.CreateDirectory(workspace.Folder("bare-path")).FullName;
        foreach (var program in (string[])["dirname", "grep", "id", "sed", "head", "cut"])
        {
            File.CreateSymbolicLink(Path.Combine(folder, program), $"/usr/bin/{program}");
        }

        return folder;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
