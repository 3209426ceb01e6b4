using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>Kills a process right before a chosen system call on the index, by means of strace.</summary>
internal static partial class SystemCalls
{
    private const string Watched = "write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink";

    /// <summary>True where strace is installed and may be used.</summary>
    public static bool AreVisible { get; } = CanTrace();

    /// <summary>The programs below which a process dies at a point.</summary>
    public static string[] Killing(string store, KillPoint point) =>
        [.. Strace(store, "/dev/null"), "-e", $"inject={point.Call}:signal=SIGKILL:when={point.Number}"];

    /// <summary>The programs below which a process's calls are written down.</summary>
    public static string[] Counting(string store, string log) => Strace(store, log);

    /// <summary>Every point that a log shows.</summary>
    public static IReadOnlyList<KillPoint> PointsOf(string log)
    {
        var counts = File.ReadLines(log).Select(line => Call().Match(line)).Where(match => match.Success)
            .GroupBy(match => (Thread: match.Groups[1].Value, Call: match.Groups[2].Value))
            .GroupBy(group => group.Key.Call, group => group.Count());
        return [.. counts.SelectMany(call => Enumerable.Range(1, call.Max()).Select(number => new KillPoint(call.Key, number)))];
    }

    private static string[] Strace(string store, string log)
    {
        string[] files = [store, $"{store}-wal", $"{store}-shm", $"{store}-journal"];

        // With --seccomp-bpf strace 6.1 is faster, and does not inject where paths are named.
        return ["strace", "-f", "-qq", "-o", log, "-e", $"trace={Watched}", .. files.SelectMany(file => (string[])["-P", file])];
    }

    private static bool CanTrace()
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"])
            {
                RedirectStandardError = true,
            })!;
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not installed
        }
    }

    [GeneratedRegex(@"^(\d+) +(\w+)\(")]
    private static partial Regex Call();
}
