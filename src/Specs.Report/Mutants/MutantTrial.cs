using Specs.Report.Caught;

namespace Specs.Report.Mutants;

/// <summary>Tries the mutants of a plan in a copy of the source, one after the other.</summary>
internal sealed class MutantTrial(SourceCopy copy, MutantFile file)
{
    private readonly FaultTrial _trial = new(copy, file.Plan);

    /// <summary>The mutants of a part, in the order in which they are tried.</summary>
    public IReadOnlyList<Mutant> Of(MutantGroup group) => file.DrawnOf(group, copy.Folder);

    /// <summary>Tries a part's mutants until its sample is full; one that the compiler refuses does not count.</summary>
    /// <param name="group">The part.</param>
    /// <param name="isWanted">False for a mutant that keeps its row, and counts as it stands there.</param>
    /// <param name="known">The rows so far.</param>
    /// <param name="cancellation">Ends the trial.</param>
    public async IAsyncEnumerable<MutantResult> TryAsync(
        MutantGroup group,
        Func<Mutant, bool> isWanted,
        IReadOnlyDictionary<string, MutantResult> known,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = group.Sample;
        foreach (var mutant in Of(group).TakeWhile(_ => room > 0))
        {
            var row = known.GetValueOrDefault(mutant.Id);
            if (isWanted(mutant))
            {
                row = await TryAsync(group, mutant, cancellation);
                yield return row;
            }

            room -= row is null or { End: FaultEnd.DoesNotBuild } ? 0 : 1;
        }
    }

    /// <summary>Finds the examples that pass without any mutant, of all that some parts ask.</summary>
    public Task<Baseline> BaselineAsync(IEnumerable<MutantGroup> groups, CancellationToken cancellation) =>
        _trial.BaselineAsync([.. groups.SelectMany(group => group.Features).Union(file.Beyond)], cancellation);

    private async Task<MutantResult> TryAsync(MutantGroup group, Mutant mutant, CancellationToken cancellation)
    {
        var fault = new PlantedFault(mutant.Id, "", mutant.File, mutant.Was, mutant.Becomes, group.Features) { Start = mutant.Start };
        var end = await AskAsync(fault, group.Features, cancellation);
        var others = file.Beyond.Except(group.Features, StringComparer.Ordinal).ToArray();
        if (end.End == FaultEnd.Missed && others.Length > 0)
        {
            end = await AskAsync(fault, others, cancellation);
        }

        return MutantResult.Of(mutant, group.Name, end) with { Equivalent = file.Equivalent.GetValueOrDefault(mutant.Id) };
    }

    /// <summary>A run that has no end is tried once more: it may have been the machine that had no time.</summary>
    private async Task<FaultResult> AskAsync(PlantedFault fault, IReadOnlyList<string> features, CancellationToken cancellation)
    {
        var end = await _trial.TryAsync(fault, features, cancellation);
        return end.End == FaultEnd.RunBroken ? await _trial.TryAsync(fault, features, cancellation) : end;
    }
}
