using Specs.Report.Joining;
using Specs.Report.Model;

namespace Specs.Report.Caught;

/// <summary>Builds and runs the suite in a copy of the source, first as it is and then with one fault at a time.</summary>
internal sealed class FaultTrial(SourceCopy copy, TrialPlan plan)
{
    private const int MostNamed = 10;

    private readonly CopyBuild _build = new(copy, plan, LogOf(copy, "build"));
    private HashSet<string> _passing = [];

    /// <summary>Finds the examples that pass where nothing is planted; only those can turn red.</summary>
    /// <param name="features">The features to run; all where none is named.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="SpecsException">The source does not build, or nothing passes.</exception>
    public async Task<Baseline> BaselineAsync(IReadOnlyList<string> features, CancellationToken cancellation)
    {
        if (!await _build.WholeAsync(cancellation))
        {
            throw SpecsException.Input($"The source does not build without any fault: {await LogAsync("build", cancellation)}");
        }

        if (await RunAsync(features, cancellation) == Tool.TimedOut)
        {
            throw SpecsException.Input($"The suite comes to no end without any fault: {await LogAsync("suite", cancellation)}");
        }

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

        using var built = await _build.AfterAsync(fault.File, cancellation);
        return built is null
            ? Result(fault, FaultEnd.DoesNotBuild, [])
            : await AskAsync(fault, features, cancellation) with { Asked = features };
    }

    /// <summary>Runs some features, or all where none is named, and looks for examples that are not green any more.</summary>
    private async Task<FaultResult> AskAsync(
        PlantedFault fault, IReadOnlyList<string> features, CancellationToken cancellation)
    {
        File.Delete(Path.Combine(copy.Folder, plan.Messages));
        var code = await RunAsync(features, cancellation);
        if (code == Tool.TimedOut || !File.Exists(Path.Combine(copy.Folder, plan.Messages)))
        {
            return Result(fault, FaultEnd.RunBroken, []);
        }

        var red = Outcomes()
            .Where(outcome => outcome.Result != Verdict.Passed && _passing.Contains(outcome.Example.Anchor) && IsAsked(outcome.Example))
            .OrderBy(outcome => outcome.Result == Verdict.NotRun)
            .ToArray();
        return red.Length == 0
            ? Result(fault, FaultEnd.Missed, [])
            : Result(fault, FaultEnd.Caught, [.. red.Select(outcome => outcome.Example.Anchor)]) with { Why = PortableReason.Of(red[0].Reason) };

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

    private Task<int> RunAsync(IReadOnlyList<string> features, CancellationToken cancellation) => Tool.RunAsync(
        [.. plan.Suite, .. copy.Filter(features)], copy.Folder, LogOf(copy, "suite"), plan.Limit, cancellation,
        sign: Path.Combine(copy.Folder, plan.Messages));

    private async Task<string> LogAsync(string name, CancellationToken cancellation) =>
        string.Join('\n', (await File.ReadAllLinesAsync(LogOf(copy, name), cancellation)).TakeLast(20));

    private static string LogOf(SourceCopy copy, string name) => Path.Combine(Path.GetDirectoryName(copy.Folder)!, name + ".log");
}

/// <summary>How the suite stands without any fault.</summary>
/// <param name="Passing">The number of examples that pass.</param>
/// <param name="Red">The names of those that do not, and so can show nothing.</param>
internal sealed record Baseline(int Passing, IReadOnlyList<string> Red);
