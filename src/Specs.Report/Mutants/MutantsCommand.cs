using System.CommandLine;
using Specs.Report.Caught;
using Specs.Report.Evidence;
using Specs.Report.Model;

namespace Specs.Report.Mutants;

/// <summary><c>specs mutants</c>: how many small changes made by rule the features notice.</summary>
internal static class MutantsCommand
{
    public static Command Create(SpecsHost host)
    {
        var plan = new Option<string>("--plan")
        {
            Description = "Which source is changed, and which features are asked.",
            DefaultValueFactory = _ => "steps/PlantedFaults/mutants.yml",
        };
        var source = new Option<string>("--source") { Description = "The repository that is copied.", DefaultValueFactory = _ => "." };
        var output = new Option<string>("--out", "-o")
        {
            Description = "Where the result is written.",
            DefaultValueFactory = _ => "features/mutants.json",
        };
        var only = new Option<string[]>("--only") { Description = "Try this mutant, or this part of the source, and keep the other rows; again for several." };
        var rest = new Option<bool>("--rest") { Description = "Go on where a run was stopped: keep every row that is there." };
        var list = new Option<bool>("--list") { Description = "Name the mutants in the order in which they would be tried, and try none." };
        var command = new Command("mutants", "Change a copy of the source by rule, place by place, and see which examples turn red.")
        {
            plan, source, output, only, rest, list,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var file = MutantFile.Read(host.Absolute(parsed.GetValue(plan)!));
            var top = host.Absolute(parsed.GetValue(source)!);
            var asked = new Asked(file, top, host.Absolute(parsed.GetValue(output)!), parsed.GetValue(only) ?? [], parsed.GetValue(rest));
            return parsed.GetValue(list) ? Task.FromResult(List(host, file, top)) : RunAsync(host, asked, cancellation);
        });
        return command;
    }

    private static int List(SpecsHost host, MutantFile file, string top)
    {
        foreach (var group in file.Groups)
        {
            foreach (var mutant in file.DrawnOf(group, top))
            {
                host.Out.WriteLine($"{group.Name} {mutant.Id} {mutant.File}:{mutant.Line} {mutant.Change}");
            }
        }

        return ExitCodes.Open;
    }

    private static async Task<int> RunAsync(SpecsHost host, Asked asked, CancellationToken cancellation)
    {
        var file = asked.File;
        var rows = MutantReport.RowsOf(asked.Output).ToDictionary(row => row.Id, StringComparer.Ordinal);
        using var copy = await SourceCopy.MakeAsync(asked.Source, cancellation);
        var trial = new MutantTrial(copy, file);
        var groups = file.Groups.Where(group => trial.Of(group).Any(mutant => asked.IsWanted(group, mutant, rows))).ToArray();
        if (groups.Length > 0)
        {
            var baseline = await trial.BaselineAsync(groups, cancellation);
            await host.Error.WriteLineAsync($"{baseline.Passing} examples pass as it is. {string.Join("; ", baseline.Red)}");
        }

        foreach (var group in groups)
        {
            await foreach (var result in trial.TryAsync(group, mutant => asked.IsWanted(group, mutant, rows), rows, cancellation))
            {
                rows[result.Id] = result;
                await host.Error.WriteLineAsync(
                    $"{result.End}: {result.Id} {result.File}:{result.Line} {result.Was} => {result.Becomes} ({result.RedCount} red: {result.Why})");
                await File.WriteAllTextAsync(asked.Output, ReportOf(host, file, copy, rows).ToJson(), cancellation);
            }
        }

        await File.WriteAllTextAsync(asked.Output, ReportOf(host, file, copy, rows).ToJson(), cancellation);
        return Conclude(host, MutantsFile.Read(asked.Output));
    }

    /// <summary>The rows that are still part of a sample, in its order.</summary>
    private static MutantReport ReportOf(
        SpecsHost host, MutantFile file, SourceCopy copy, Dictionary<string, MutantResult> rows)
    {
        var drawn = file.Groups.Select(group => (group.Name, Mutants: file.DrawnOf(group, copy.Folder))).ToArray();
        return new MutantReport(
            copy.Commit,
            host.Today,
            file.Seed,
            [.. drawn.Select(part => new MutantPart(part.Name, part.Mutants.Count))],
            [.. drawn.SelectMany(part => part.Mutants).Where(mutant => rows.ContainsKey(mutant.Id)).Select(Row)]);

        MutantResult Row(Mutant mutant) => rows[mutant.Id] with { Equivalent = file.Equivalent.GetValueOrDefault(mutant.Id) };
    }

    private static int Conclude(SpecsHost host, MutantTrials trials)
    {
        var missed = trials.Mutants.Where(mutant => mutant.IsMissed).ToArray();
        foreach (var mutant in missed)
        {
            host.Out.WriteLine($"Not noticed: {mutant.Part}, {mutant.Change}");
        }

        foreach (var part in trials.Mutants.GroupBy(mutant => mutant.Part))
        {
            host.Out.WriteLine($"{part.Key}: {MutationScore.Of(part).InWords()}");
        }

        return missed.Length == 0 ? ExitCodes.Open : ExitCodes.Closed;
    }

    private sealed record Asked(MutantFile File, string Source, string Output, IReadOnlyList<string> Only, bool KeepsRows)
    {
        public bool IsWanted(MutantGroup group, Mutant mutant, Dictionary<string, MutantResult> rows) =>
            !(KeepsRows && rows.ContainsKey(mutant.Id)) && IsNamed(group, mutant);

        private bool IsNamed(MutantGroup group, Mutant mutant) =>
            Only.Count == 0 || Only.Contains(group.Name, StringComparer.Ordinal) || Only.Contains(mutant.Id, StringComparer.Ordinal);
    }
}
