using System.Globalization;
using System.Text.Json;
using Benchmarks.Measuring;

namespace Benchmarks.Running;

/// <summary>The figures as a table for people and as JSON for programs.</summary>
internal sealed class Report(Workload workload, Table table, Comparison comparison, Facts facts)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly JsonSerializerOptions OneLine = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly IReadOnlyList<Target> _targets = Target.Of(table, comparison, workload.FileCount);

    /// <summary>Prints the table.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine(Text(
            $"{facts.Repository ?? "repository"}: {workload.FileCount} files, {workload.Bytes / 1e6:F1} MB, ")
            + $"{workload.ChangedCount} changed");
        output.WriteLine(Text(
            $"{facts.Processors} processors, load {facts.Load:F1}; {facts.Neap.Split('\n')[0]} ({facts.NeapBuild}); ")
            + $"{facts.Git}; SQLite {facts.Sqlite}");
        output.WriteLine();
        output.WriteLine(Text($"{"",-40}{"wall ms",9}{"min",8}{"max",8}{"CPU ms",9}{"MB",7}{"child",7}{"runs",6}"));
        foreach (var row in table.All)
        {
            output.WriteLine(Text(
                $"{row.Name,-40}{row.Wall.Median,9:F1}{row.Wall.Min,8:F1}{row.Wall.Max,8:F1}{row.Cpu.Median,9:F1}")
                + Text($"{row.OwnPeakMegabytes,7:F0}{row.ChildPeakMegabytes,7:F0}{row.Count,6}")
                + (row.IsWrong ? "  WRONG: not in step with git" : ""));
        }

        output.WriteLine();
        output.WriteLine(Text($"{"",-48}{"value",8}{"floor",8}{"goal",8}"));
        foreach (var target in _targets)
        {
            output.WriteLine(Text(
                $"{target.Name,-48}{target.Value,8:F1}{target.Floor,8:F0}{target.Goal,8:F0} {target.Unit,-3}{target.Reached}"));
        }

        comparison.Print(output);
    }

    /// <summary>Writes the JSON; nothing where no file was named.</summary>
    public void Write(string? path)
    {
        if (path is null)
        {
            return;
        }

        var document = new
        {
            facts,
            repository = new { files = workload.FileCount, bytes = workload.Bytes, changed = workload.ChangedCount },
            rows = table.All.Select(RowOf),
            targets = _targets,
            peers = comparison.Peers,
            comparison = comparison.Lines,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(document, Indented) + "\n");
    }

    /// <summary>Adds a line with the ratios to those of earlier runs; nothing where no file was named.</summary>
    public void Remember(string? path)
    {
        if (path is null)
        {
            return;
        }

        var line = new
        {
            at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            neap = facts.Neap.Split('\n')[0],
            facts.Repository,
            files = workload.FileCount,
            targets = _targets.ToDictionary(target => target.Name, target => Math.Round(target.Value, 2)),
            comparison = comparison.Lines.Select(line => new { line.Workload, line.Engine, line.TimeAgainstNeap, line.Differences }),
        };
        File.AppendAllText(path, JsonSerializer.Serialize(line, OneLine) + "\n");
    }

    private static object RowOf(Series row) => new
    {
        row.Name,
        row.Count,
        wall_ms = row.Wall,
        cpu_ms = row.Cpu,
        own_peak_mb = row.OwnPeakMegabytes,
        child_peak_mb = row.ChildPeakMegabytes,
        wrong = row.IsWrong,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
