using System.Globalization;
using Benchmarks.Measuring;
using Benchmarks.Peers;

namespace Benchmarks.Running;

/// <summary>Limit, neap and peers side by side, stage by stage, in ratios.</summary>
internal sealed class Comparison(Table table, PeerRuns peers)
{
    private const string Advantages =
        "the peers are told which files count and where to cut them, and where vectors are given even those; their store is "
        + "one file, written once without safety in a crash; neap finds, cuts, embeds and commits by itself, words included";

    /// <summary>Where the peers come from and what they are spared, or why they were not measured.</summary>
    public object Peers { get; } =
        new { peers.Kit.Packages, missing = peers.Kit.WhyNot, advantages = peers.Kit.WhyNot is null ? Advantages : null };

    /// <summary>The fastest peer's median milliseconds of a full sync; null where none was measured.</summary>
    public double? BestPeer => peers.At(Stage.Full)
        .Where(peer => !peer.Peer.EndsWith(PeerRuns.Given, StringComparison.Ordinal)).Select(peer => (double?)peer.Row.Wall.Median).Min();

    /// <summary>A line for each engine at each stage.</summary>
    public IReadOnlyList<Line> Lines { get; } =
    [
        .. from stage in Enum.GetValues<Stage>()
           from row in (IEnumerable<(string Engine, Series Row)>)
               [("limit", table.Limit(stage)), ("neap", table.Neap(stage)), .. WithoutWords(table, stage), .. peers.At(stage)]
           select Line.Of(stage, row.Engine, row.Row, table.Neap(stage)),
    ];

    /// <summary>Prints it.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(Text($"{"against neap",-38}{"time",8}{"CPU",8}{"MB",7}  after the run"));
        foreach (var line in Lines)
        {
            output.WriteLine(
                Text($"{$"{line.Workload}, {line.Engine}",-38}{line.TimeAgainstNeap,7:F2}x{line.CpuAgainstNeap,7:F2}x{line.MemoryMb,7:F0}  ")
                + After(line));
        }

        output.WriteLine(peers.Kit.WhyNot is { } reason ? $"No peers: {reason}." : $"In this comparison {Advantages}.");
    }

    /// <summary>The peers have no index of words, so their first sync is also compared with one that makes none.</summary>
    private static IEnumerable<(string Engine, Series Row)> WithoutWords(Table table, Stage stage) =>
        stage == Stage.Full ? [("neap, vectors only", table.FullVectors)] : [];

    private static string After(Line line) => line.Differences switch
    {
        _ when line.Engine == "limit" => "",
        0 => "in step with git",
        long.MaxValue => "FAILED",
        var parts => Text($"{parts} parts differ from git"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>One engine at one stage.</summary>
    /// <param name="Workload">What was followed.</param>
    /// <param name="Engine">By whom.</param>
    /// <param name="TimeAgainstNeap">Its median time over that of neap.</param>
    /// <param name="CpuAgainstNeap">Its median processor time over that of neap.</param>
    /// <param name="MemoryMb">Its largest memory, children apart.</param>
    /// <param name="Differences">Parts of files that differed from the commit afterwards.</param>
    internal sealed record Line(
        string Workload, string Engine, double TimeAgainstNeap, double CpuAgainstNeap, double MemoryMb, long Differences)
    {
        public static Line Of(Stage stage, string engine, Series row, Series neap) => new(
            Stages.NameOf(stage),
            engine,
            row.Wall.Median / neap.Wall.Median,
            row.Cpu.Median / neap.Cpu.Median,
            row.OwnPeakMegabytes,
            row.IsWrong ? long.MaxValue : row.Differences);
    }
}
