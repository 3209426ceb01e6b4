using System.Globalization;
using System.Runtime.InteropServices;
using Benchmarks.Rows;

namespace Benchmarks.Running;

/// <summary>What has to be known about the machine to read the figures; nothing that names it.</summary>
internal sealed record Facts(string? Repository, string Neap, string NeapBuild)
{
    public int Processors { get; } = Environment.ProcessorCount;

    public string System { get; } = RuntimeInformation.OSDescription;

    public string Runtime { get; } = RuntimeInformation.FrameworkDescription;

    public string Git { get; } = Tool.GitLine(".", "--version");

    public string Sqlite { get; } = SqliteLibrary.Version;

    /// <summary>Processes that wanted to run during the last five minutes, ours included.</summary>
    public double Load { get; } =
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[1], CultureInfo.InvariantCulture);
}
