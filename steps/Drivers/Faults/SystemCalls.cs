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
    /// <param name="store">The index file.</param>
    /// <param name="point">The point.</param>
    /// <param name="worker">Which of those that kill side by side asks; each has a processor of its own where there are enough.</param>
    public static string[] Killing(string store, KillPoint point, int worker) =>
        [.. Strace(store, "/dev/null", worker), "-e", $"inject={point.Call}:signal=SIGKILL:when={point.Number}"];

    /// <summary>The programs below which a process's calls are written down.</summary>
    public static string[] Counting(string store, string log) => Strace(store, log, worker: 0);

    /// <summary>Every point that a log shows.</summary>
    public static IReadOnlyList<KillPoint> PointsOf(string log)
    {
        var counts = File.ReadLines(log).Select(line => Call().Match(line)).Where(match => match.Success)
            .GroupBy(match => (Thread: match.Groups[1].Value, Call: match.Groups[2].Value))
            .GroupBy(group => group.Key.Call, group => group.Count());
        return [.. counts.SelectMany(call => Enumerable.Range(1, call.Max()).Select(number => new KillPoint(call.Key, number)))];
    }

    /// <summary>
    /// Whoever is watched waits for the watcher at every call: on one processor both take half the time that they take on two.
    /// The engine counts as many processors as ever, so it works with as many workers.
    /// </summary>
    private static string[] OnOneProcessor(int worker)
    {
        using var own = Process.GetCurrentProcess();
        var affinity = OperatingSystem.IsLinux() ? own.ProcessorAffinity : 1;
        var allowed = Enumerable.Range(0, 8 * nint.Size).Where(number => ((affinity >> number) & 1) == 1).ToList();
        return ["taskset", "-c", $"{allowed[worker % allowed.Count]}", "env", $"DOTNET_PROCESSOR_COUNT={Environment.ProcessorCount:X}"];
    }

    private static string[] Strace(string store, string log, int worker)
    {
        string[] files = [store, $"{store}-wal", $"{store}-shm", $"{store}-journal"];

        // With --seccomp-bpf strace 6.1 is faster, and does not inject where paths are named.
        return [.. OnOneProcessor(worker), "strace", "-f", "-qq", "-o", log, "-e", $"trace={Watched}", .. files.SelectMany(file => (string[])["-P", file])];
    }

    private static bool CanTrace()
    {
        try
        {
            string[] words = [.. OnOneProcessor(worker: 0), "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"];
            using var trial = Process.Start(new ProcessStartInfo(words[0], words[1..])
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
