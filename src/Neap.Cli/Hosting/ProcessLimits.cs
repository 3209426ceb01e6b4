using System.Globalization;

namespace Neap.Cli;

/// <summary>What the system allows this process.</summary>
internal static class ProcessLimits
{
    private const string Limits = "/proc/self/limits";
    private const string OpenFilesRow = "Max open files";

    /// <summary>The files that may be open at once; null where the system does not say, or sets no limit.</summary>
    /// <remarks>The row reads: name, soft limit, hard limit, unit (proc_pid_limits(5)).</remarks>
    public static int? OpenFiles()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Limits))
        {
            return null;
        }

        var text = File.ReadAllText(Limits).AsSpan();
        var row = text.IndexOf(OpenFilesRow, StringComparison.Ordinal);
        var soft = row < 0 ? [] : text[(row + OpenFilesRow.Length)..].TrimStart();
        var end = soft.IndexOf(' ');
        return end > 0 && int.TryParse(soft[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }
}
