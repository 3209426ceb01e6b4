using Specs.Report.Joining;
using Specs.Report.Model;

namespace Specs.Report.Caught;

/// <summary>Builds and runs the suite in a copy of the source, first as it is and then with one fault at a time.</summary>
internal sealed class FaultTrial(SourceCopy copy, FaultFile plan)
{
    private const int MostNamed = 10;

    private HashSet<string> _passing = [];

    /// <summary>Finds the examples that pass where nothing is planted; only those can turn red.</summary>
    /// <param name="features">The features to run; all where none is named.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="SpecsException">The source does not build, or nothing passes.</exception>
    public async Task<Baseline> BaselineAsync(IReadOnlyList<string> features, CancellationToken cancellation)
    {
        if (await RunAsync(plan.Build, "build", cancellation) != Tool.Passed)
        {
            throw SpecsException.Input($"The source does not build without any fault: {await LogAsync("build", cancellation)}");
        }

        await RunAsync([.. plan.Suite, .. copy.Filter(features)], "suite", cancellation);
        var outcomes = Outcomes();
        _passing = [.. outcomes.Where(outcome => outcome.Result == Verdict.Passed).Select(outcome => outcome.Example.Anchor)];
        return _passing.Count > 0
            ? new Baseline(_passing.Count, [.. outcomes.Where(IsRed).Select(outcome => outcome.Example.Name)])
            : throw SpecsException.Input($"Nothing passes without any fault: {await LogAsync("suite", cancellation)}");

        static bool IsRed(Outcome outcome) => outcome.Result is not (Verdict.Passed or Verdict.Skipped or Verdict.NotRun);
    }

    /// <summary>Runs features with a fault in place; all where none is named.</summary>
    public async Task<FaultResult> TryAsync(PlantedFault fault, IReadOnlyList<string> features, CancellationToken cancellation)
    {
        using var planted = copy.Plant(fault);
        if (planted is null)
        {
            return Result(fault, FaultEnd.Stale, []);
        }

        if (await RunAsync(plan.Build, "build", cancellation) != Tool.Passed)
        {
            return Result(fault, FaultEnd.DoesNotBuild, []);
        }

        var (end, red) = await AskAsync(features, cancellation);
        return Result(fault, end, red) with { Asked = features };
    }

    /// <summary>Runs some features, or all where none is named, and looks for examples that are not green any more.</summary>
    private async Task<(FaultEnd End, string[] Red)> AskAsync(IReadOnlyList<string> features, CancellationToken cancellation)
    {
        File.Delete(Path.Combine(copy.Folder, plan.Messages));
        var code = await RunAsync([.. plan.Suite, .. copy.Filter(features)], "suite", cancellation);
        if (code == Tool.TimedOut || !File.Exists(Path.Combine(copy.Folder, plan.Messages)))
        {
            return (FaultEnd.RunBroken, []);
        }

        var red = Outcomes()
            .Where(outcome => outcome.Result != Verdict.Passed && _passing.Contains(outcome.Example.Anchor) && IsAsked(outcome.Example))
            .Select(outcome => outcome.Example.Anchor)
            .ToArray();
        return (red.Length > 0 ? FaultEnd.Caught : FaultEnd.Missed, red);

        bool IsAsked(Example example) =>
            features.Count == 0 || features.Contains(Path.ChangeExtension(example.Path, null), StringComparer.Ordinal);
    }

    private FaultResult Result(PlantedFault fault, FaultEnd end, string[] red) =>
        new(fault.Id, copy.Commit, fault.Breaks, fault.File, end, red.Length, red.Length > MostNamed ? red[..MostNamed] : red);

    private IReadOnlyList<Outcome> Outcomes() => DocumentationReader.Read(new Inputs
    {
        Features = Path.Combine(copy.Folder, "features"),
        Messages = [Path.Combine(copy.Folder, plan.Messages)],
    }).Outcomes;

    private Task<int> RunAsync(IReadOnlyList<string> words, string name, CancellationToken cancellation) =>
        Tool.RunAsync(words, copy.Folder, LogOf(name), cancellation);

    private async Task<string> LogAsync(string name, CancellationToken cancellation) =>
        string.Join('\n', (await File.ReadAllLinesAsync(LogOf(name), cancellation)).TakeLast(20));

    private string LogOf(string name) => Path.Combine(Path.GetDirectoryName(copy.Folder)!, name + ".log");
}

/// <summary>How the suite stands without any fault.</summary>
/// <param name="Passing">The number of examples that pass.</param>
/// <param name="Red">The names of those that do not, and so can show nothing.</param>
internal sealed record Baseline(int Passing, IReadOnlyList<string> Red);
