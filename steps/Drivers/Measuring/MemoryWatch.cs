using System.Globalization;

namespace Drivers;

/// <summary>The memory of a process from its start to its end, as the kernel counts it.</summary>
/// <param name="PeakBytes">The most it ever held.</param>
/// <param name="Samples">What it held now and then, in bytes.</param>
public sealed record MemoryWatch(long PeakBytes, IReadOnlyList<long> Samples)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Nobody looked.</summary>
    public static MemoryWatch None { get; } = new(0, []);

    /// <summary>The mean of the last third of the samples over that of the second third: the first one is the start of the program.</summary>
    public double LateOverEarly => Samples.Count < 3
        ? 1
        : Samples.Skip(Samples.Count * 2 / 3).Average() / Samples.Skip(Samples.Count / 3).Take(Samples.Count / 3).Average();

    /// <summary>Looks until the process ended.</summary>
    public static async Task<MemoryWatch> UntilEndAsync(NeapProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        using var limit = new CancellationTokenSource(Patience);
        var (peak, samples) = (0L, new List<long>());
        while (process.IsRunning && !limit.IsCancellationRequested)
        {
            var status = await TryReadAsync(process.Id);
            peak = Math.Max(peak, Bytes(status, "VmHWM:"));
            samples.AddRange(Bytes(status, "VmRSS:") is > 0 and var now ? [now] : []);
            await Task.Delay(Interval, TimeProvider.System);
        }

        return new MemoryWatch(peak, samples);
    }

    private static async Task<string> TryReadAsync(int process)
    {
        try
        {
            return await File.ReadAllTextAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"));
        }
        catch (IOException)
        {
            return ""; // it just ended
        }
    }

    private static long Bytes(string status, string name)
    {
        var line = status.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
