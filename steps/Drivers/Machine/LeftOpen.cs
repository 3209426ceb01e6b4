namespace Drivers;

/// <summary>What a run in this process may have left open, by the accounts of the system and of the servers.</summary>
public sealed class LeftOpen(Workspace workspace, NetworkDriver network)
{
    /// <summary>A server hears of a hung-up connection a moment later.</summary>
    private static readonly TimeSpan Hearing = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <summary>No file of the scenario is open, no program works for it, and no connection to its servers stands.</summary>
    public async Task ShouldBeNothingAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        var left = Found();
        while (left.Count > 0 && TimeProvider.System.GetElapsedTime(began) <= Hearing)
        {
            await Task.Delay(Interval, TimeProvider.System);
            left = Found();
        }

        left.Should().BeEmpty("the run leaves nothing open");
    }

    private List<string> Found() => [.. OpenFiles(), .. Programs(), .. network.StandingConnections()];

    private IEnumerable<string> OpenFiles() => Directory.EnumerateFileSystemEntries("/proc/self/fd")
        .Select(entry => new FileInfo(entry).LinkTarget ?? "").Where(IsMine);

    /// <summary>Whoever works in a folder of the scenario works for it: nothing else is ever started there.</summary>
    private IEnumerable<string> Programs() => Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Where(folder => IsMine(new FileInfo(Path.Combine(folder, "cwd")).LinkTarget ?? ""))
        .Select(folder => $"process {Path.GetFileName(folder)}");

    private bool IsMine(string path) => path.StartsWith(workspace.Root + "/", StringComparison.Ordinal);
}
