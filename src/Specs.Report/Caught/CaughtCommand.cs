using System.CommandLine;
using Specs.Report.Caught;

namespace Specs.Report;

/// <summary><c>specs caught</c>: what the suite would catch, found out by planting faults in a copy of the source.</summary>
internal static class CaughtCommand
{
    public static Command Create(SpecsHost host)
    {
        var faults = new Option<string>("--faults")
        {
            Description = "The list of faults.",
            DefaultValueFactory = _ => "steps/PlantedFaults/planted.yml",
        };
        var source = new Option<string>("--source") { Description = "The repository that is copied.", DefaultValueFactory = _ => "." };
        var output = new Option<string>("--out", "-o")
        {
            Description = "Where the result is written.",
            DefaultValueFactory = _ => "features/caught.json",
        };
        var only = new Option<string[]>("--only") { Description = "Try this fault alone, and keep the rows of the others; again for several." };
        var command = new Command(
            "caught", "Plant one fault after the other in a copy of the source, and see which examples turn red.")
        {
            faults, source, output, only,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            new Asked(
                host.Absolute(parsed.GetValue(source)!),
                host.Absolute(parsed.GetValue(output)!),
                FaultFile.Read(host.Absolute(parsed.GetValue(faults)!)),
                parsed.GetValue(only) ?? []),
            cancellation));
        return command;
    }

    private static IReadOnlyList<PlantedFault> Chosen(Asked asked)
    {
        var unknown = asked.Only.Except(asked.List.Faults.Select(fault => fault.Id), StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw SpecsException.WrongUse($"There is no fault {unknown} in the list.");
        }

        return asked.Only.Count == 0 ? asked.List.Faults : [.. asked.List.Faults.Where(fault => asked.Only.Contains(fault.Id))];
    }

    private static async Task<int> RunAsync(SpecsHost host, Asked asked, CancellationToken cancellation)
    {
        var chosen = Chosen(asked);
        var results = asked.Only.Count == 0
            ? []
            : CaughtReport.RowsOf(asked.Output).ToDictionary(row => row.Id, StringComparer.Ordinal);
        using var copy = await SourceCopy.MakeAsync(asked.Source, cancellation);
        var trial = new FaultTrial(copy, asked.List.Plan);
        await TryAsync(chosen, fault => fault.Features);
        if (chosen.Where(fault => results[fault.Id].End == FaultEnd.Missed).ToArray() is { Length: > 0 } missed)
        {
            await TryAsync(missed, _ => []);
        }

        return Conclude(host, Rows());

        async Task TryAsync(IReadOnlyList<PlantedFault> some, Func<PlantedFault, IReadOnlyList<string>> features)
        {
            var baseline = await trial.BaselineAsync([.. some.SelectMany(features).Distinct()], cancellation);
            await TellAsync(host, baseline);
            foreach (var fault in some)
            {
                var result = results[fault.Id] = await trial.TryAsync(fault, features(fault), cancellation);
                await host.Error.WriteLineAsync($"{result.End}: {fault.Id} ({result.RedCount} red)");
                var report = new CaughtReport(copy.Commit, host.Today, baseline.Passing, Rows());
                await File.WriteAllTextAsync(asked.Output, report.ToJson(), cancellation);
            }
        }

        IReadOnlyList<FaultResult> Rows() =>
            [.. asked.List.Faults.Where(fault => results.ContainsKey(fault.Id)).Select(fault => results[fault.Id])];
    }

    private static async Task TellAsync(SpecsHost host, Baseline baseline)
    {
        await host.Error.WriteLineAsync($"{baseline.Passing} examples pass without a fault.");
        foreach (var name in baseline.Red)
        {
            await host.Error.WriteLineAsync($"Red by itself, and not counted: {name}");
        }
    }

    private static int Conclude(SpecsHost host, IReadOnlyList<FaultResult> results)
    {
        var missed = results.Where(result => result.End is FaultEnd.Missed or FaultEnd.Stale or FaultEnd.DoesNotBuild).ToArray();
        host.Out.WriteLine($"{results.Count - missed.Length} of {results.Count} faults were caught.");
        foreach (var result in missed)
        {
            host.Out.WriteLine($"  {result.End}: {result.Id} - {result.Breaks}");
        }

        return missed.Length == 0 ? ExitCodes.Open : ExitCodes.Closed;
    }

    private sealed record Asked(string Source, string Output, FaultFile List, IReadOnlyList<string> Only);
}
