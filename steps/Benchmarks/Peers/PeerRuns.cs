using Benchmarks.Measuring;
using Benchmarks.Running;

namespace Benchmarks.Peers;

/// <summary>The peers at the same stages as neap, each with a store of its own.</summary>
internal sealed class PeerRuns(PeerKit kit, Workload workload, TemporaryFolder folder)
{
    private static readonly (string Name, string Script)[] Peers =
        [("LangChain", "langchain.mjs"), ("LlamaIndex", "llamaindex.mjs")];

    /// <summary>What a peer is called that need not even make vectors.</summary>
    public const string Given = ", vectors given";

    private readonly Dictionary<(string Peer, Stage Stage), Series> _rows = [];
    private readonly Dictionary<string, Plan> _plans = [];

    /// <summary>Where they come from.</summary>
    public PeerKit Kit => kit;

    /// <summary>The rows of each peer at a stage; none where nobody could be measured.</summary>
    public IEnumerable<(string Peer, Series Row)> At(Stage stage) =>
        from row in _rows where row.Key.Stage == stage select (row.Key.Peer, row.Value);

    /// <summary>All rows.</summary>
    public IEnumerable<Series> All => _rows.Values;

    /// <summary>Brings every peer to the commit that neap's index is in step with.</summary>
    public void Follow(Stage stage, string neapStore) => Follow(stage, neapStore, "");

    /// <summary>The same from nothing, where the peers need not make vectors.</summary>
    public void FollowGiven(string neapStore) => Follow(Stage.Full, neapStore, Given, "given");

    private void Follow(Stage stage, string neapStore, string kind, params IReadOnlyList<string> more)
    {
        if (kit.WhyNot is not null)
        {
            return;
        }

        var commit = workload.Shown;
        var given = folder[$"plan-{commit}"];
        if (!_plans.TryGetValue(commit, out var plan))
        {
            _plans.Add(commit, plan = Plan.Read(neapStore));
            plan.Write(given);
        }

        foreach (var (name, script) in Peers)
        {
            Run(Row(name + kind, stage), plan, folder[$"stores/{name}{kind}"], script, given, more);
        }
    }

    private void Run(Series row, Plan plan, string store, string script, string given, IReadOnlyList<string> more)
    {
        var sample = Meter.Measure(new Launch(
            "node", [Path.Combine(kit.Folder, script), workload.Repository, given, store, .. more]));
        row.Add(sample);
        row.Differences = Math.Max(row.Differences, sample.ExitCode == 0 ? plan.Differences(store) : long.MaxValue);
    }

    private Series Row(string peer, Stage stage)
    {
        if (!_rows.TryGetValue((peer, stage), out var row))
        {
            _rows.Add((peer, stage), row = new Series($"{peer}, {Stages.NameOf(stage)}"));
        }

        return row;
    }
}
