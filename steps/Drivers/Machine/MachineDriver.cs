using System.Diagnostics;

namespace Drivers;

/// <summary>What the machine allows <c>neap</c>: fewer files, another user, another time.</summary>
public sealed class MachineDriver(NeapCommand neap, Workspace workspace, RepoDriver repos, FixedDayClock clock)
{
    private const string Nobody = "65534";

    /// <summary>Runs the words after the pipe's name with that pipe as error output; it is filled before, and open at both ends.</summary>
    private const string FullPipe = """mkfifo "$0" && exec 3<>"$0" && timeout 0.2 cat /dev/zero >&3; exec "$@" 2>&3 3>&-""";

    /// <summary>
    /// Deleting a file takes longer than anybody waits, as on a disk that stands still. The runtime deletes temporary files
    /// of its own where it ends; those that it would also delete where it starts it does not make.
    /// </summary>
    private static readonly string[] Stuck =
    [
        "env", "DOTNET_EnableDiagnostics_Debugger=0",
        "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=unlink,unlinkat", "-e", "inject=unlink,unlinkat:delay_enter=20s",
    ];

    private static readonly string[] AsNobody = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
    private static readonly Lazy<string?> UserProblem = new(TryUser);
    private static readonly Lazy<string?> LimitProblem = new(() => Works("prlimit", "--nofile=64:64", "true") ? null
        : "needs prlimit of util-linux");

    /// <summary>Why commands cannot be run as another user here; null where they can.</summary>
    public static string? WhyNotOtherUser() => UserProblem.Value;

    /// <summary>Why commands cannot be limited here; null where they can.</summary>
    public static string? WhyNotLimit() => LimitProblem.Value;

    /// <summary>Why calls to the system cannot be held up here; null where they can.</summary>
    public static string? WhyNotTrace() => SystemCalls.AreVisible ? null : "needs strace, and the right to trace a process";

    /// <summary>Allows every later process less.</summary>
    /// <param name="how"><c>may have 64 files open</c>, <c>runs as a user who owns nothing</c>,
    /// <c>runs as a user who owns only the folder of the index</c>, <c>speaks to nobody</c>: the pipe of its messages
    /// is full, and stays so, or <c>has temporary files on a disk that stands still</c>.</param>
    public void Restrict(string how)
    {
        ArgumentNullException.ThrowIfNull(how);
        if (how.Split(' ') is ["may", "have", var count, ..])
        {
            neap.Wrapper = ["prlimit", $"--nofile={count}:{count}"];
            return;
        }

        if (how == "speaks to nobody")
        {
            neap.Wrapper = ["sh", "-c", FullPipe, workspace.Folder("messages")];
            neap.IsRead = false;
            return;
        }

        if (how == "has temporary files on a disk that stands still")
        {
            neap.Wrapper = Stuck;
            return;
        }

        neap.Wrapper = AsNobody;
        if (!how.EndsWith("nothing", StringComparison.Ordinal))
        {
            GiveIndexFolder();
        }
    }

    /// <summary><c>nobody</c> may read the content of a file, or <c>everybody</c> may, as before.</summary>
    public void LetRead(string who, string path)
    {
        if (who == "nobody")
        {
            MakeUnreadable(path);
            return;
        }

        MakeReadable();
    }

    /// <summary>Gives the folder of the index to that user.</summary>
    private void GiveIndexFolder()
    {
        var folder = Path.GetDirectoryName(workspace.Store)!;
        Directory.CreateDirectory(folder);
        if (!Works("chown", "-R", $"{Nobody}:{Nobody}", folder))
        {
            throw new SpecException($"{folder} cannot be given away.");
        }
    }

    /// <summary>Takes from everybody the right to read a file of the repository, or its object where it is only committed.</summary>
    private void MakeUnreadable(string path)
    {
        var repo = repos.Current;
        var id = repo.Git("rev-parse", "--verify", $"HEAD:{path}");
        repo.Reopen();
        SetMode(Path.Combine(repo.GitFolder, "objects", id[..2], id[2..]), UnixFileMode.None);
    }

    /// <summary>Gives the right back.</summary>
    private void MakeReadable()
    {
        foreach (var file in Directory.EnumerateFiles(repos.Current.GitFolder, "*", SearchOption.AllDirectories))
        {
            SetMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    /// <summary>Sets the clock forward, or back by a negative number of days.</summary>
    public void MoveClock(int days) => clock.Advance(TimeSpan.FromDays(days));

    private static string? TryUser()
    {
        var product = NeapProcess.Assembly();
        return Works("setpriv", [.. AsNobody[1..], "test", "-r", product])
            ? null
            : "needs root, setpriv of util-linux, and a product that every user may read";
    }

    private static void SetMode(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    private static bool Works(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not installed
        }
    }
}
