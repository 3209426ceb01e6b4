using Benchmarks.Measuring;
using Benchmarks.Peers;
using Benchmarks.Rows;

namespace Benchmarks.Running;

/// <summary>Runs everything in turn, round after round, so that a busy minute of the machine meets all rows alike.</summary>
internal sealed class Benchmark(Workload workload, Neap neap, PeerRuns peers, TemporaryFolder folder)
{
    private const int ShortRuns = 3;
    private const int DefaultRounds = 5;
    private readonly Table _table = new();
    private IndexRows? _vectorRows;
    private IndexRows? _allRows;

    /// <summary>Measures, prints, writes; 1 where an index was not in step with git after a run.</summary>
    public static int Run(Arguments given)
    {
        using var folder = new TemporaryFolder();
        var (program, kind) = Shipped.Find(given.Text("--neap"), folder);
        var workload = new Workload(given.Place ?? Shipped.Root(), folder);
        var neap = new Neap(program, workload);
        var kit = given.Has("--without-peers") ? PeerKit.None("they were left out on request") : PeerKit.Prepare();
        var peers = new PeerRuns(kit, workload, folder);
        var benchmark = new Benchmark(workload, neap, peers, folder);
        for (var round = 1; round <= given.Number("--rounds", DefaultRounds); round++)
        {
            Console.Error.WriteLine($"round {round}");
            benchmark.Round(given.Number("--turns", 1));
        }

        var report = new Report(
            workload, benchmark._table, new Comparison(benchmark._table, peers), new Facts(given.Text("--name"), neap.VersionText(), kind));
        report.Print(Console.Out);
        report.Write(given.Text("--out"));
        report.Remember(given.Text("--history"));
        return benchmark._table.All.Any(series => series.IsWrong) ? 1 : 0;
    }

    private void Round(int turns)
    {
        Limits();
        for (var turn = 1; turn < turns; turn++)
        {
            FirstSyncs();
            Directory.Delete(folder["stores"], recursive: true);
        }

        FirstSyncs();
        peers.FollowGiven(folder["stores/default.db"]);
        Bare();
        ShortSyncs(turns);
        Directory.Delete(folder["stores"], recursive: true);
    }

    private void Limits()
    {
        var empty = Path.Combine(AppContext.BaseDirectory, "Benchmarks");
        for (var i = 0; i < ShortRuns; i++)
        {
            _table.Nothing.Add(Meter.Measure(new Launch(empty, Program.Nothing)));
            neap.Version(_table.Version);
            _table.TreeId.Add(Git("rev-parse", "HEAD^{tree}"));
            _table.DiffTree.Add(Git("diff-tree", "-r", "--raw", workload.Before, workload.After));
        }

        _table.CatFilePiped.Add(Meter.Measure(CatFile() with { Output = null }));
        _table.CatFile.Add(Meter.Measure(CatFile()));
    }

    private void FirstSyncs()
    {
        Directory.CreateDirectory(folder["stores"]);
        neap.Sync(_table.FullVectors, folder["stores/vectors.db"], "--no-lexical");
        _table.CatFile.Add(Meter.Measure(CatFile()));
        neap.Sync(_table.FullDefault, folder["stores/default.db"]);
        neap.Verify(_table.FullVectors, folder["stores/vectors.db"]);
        neap.Verify(_table.FullDefault, folder["stores/default.db"]);
        peers.Follow(Stage.Full, folder["stores/default.db"]);
    }

    private void Bare()
    {
        _vectorRows ??= IndexRows.Read(folder["stores/vectors.db"]);
        _allRows ??= IndexRows.Read(folder["stores/default.db"]);
        _table.BareVectors.Add(BareWriter.Measure(_vectorRows, folder["stores/bare-vectors.db"]));
        _table.BareDefault.Add(BareWriter.Measure(_allRows, folder["stores/bare-default.db"]));
    }

    private void ShortSyncs(int turns)
    {
        var store = folder["stores/default.db"];
        for (var i = 0; i < ShortRuns; i++)
        {
            neap.Sync(_table.NoChange, store);
        }

        Check(Stage.NoChange, store);
        Follow(Stage.Changed, workload.After, store);
        for (var turn = 1; turn < turns; turn += 2)
        {
            Follow(Stage.Changed, workload.Before, store);
            Follow(Stage.Changed, workload.After, store);
        }

        Follow(Stage.Deleted, workload.Thinned, store);
        Follow(Stage.Renamed, workload.Renamed, store);
        workload.Show(workload.Before);
    }

    private void Follow(Stage stage, string commit, string store)
    {
        workload.Show(commit);
        neap.Sync(_table.Neap(stage), store);
        Check(stage, store);
    }

    private void Check(Stage stage, string store)
    {
        neap.Verify(_table.Neap(stage), store);
        peers.Follow(stage, store);
    }

    private Launch CatFile() =>
        new("git", "-C", workload.Repository, "cat-file", "--batch", "--buffer") { Input = workload.BlobIds };

    private Sample Git(params IReadOnlyList<string> arguments) =>
        Meter.Measure(new Launch("git", ["-C", workload.Repository, .. arguments]));
}
