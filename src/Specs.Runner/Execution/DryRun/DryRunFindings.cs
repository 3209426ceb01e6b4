namespace Reqnroll.Execution;

/// <summary>What does not fit between features and bindings.</summary>
internal static class DryRunFindings
{
    public static IReadOnlyList<string> Find(BindingRegistry registry, IReadOnlyList<FeatureSource> features)
    {
        var uses = features.SelectMany(feature => UsesOf(registry, feature)).ToArray();
        var undefined = uses.Where(use => use.Match is StepMatch.Undefined).ToArray();
        return
        [
            .. registry.Errors.Select(error => $"invalid binding: {error}"),
            .. undefined.DistinctBy(use => use.Where)
                .Select(use => $"{use.Where}: undefined: {use.Step.Keyword}{use.Step.Text}"),
            .. uses.Select(ProblemOf).OfType<string>().Distinct(),
            .. registry.Errors.Count == 0 ? Unused(registry, uses) : [],
            .. Snippets.For(undefined.Select(use => use.Step)).Select(snippet => $"suggestion:{snippet}"),
        ];
    }

    private static IEnumerable<Use> UsesOf(BindingRegistry registry, FeatureSource feature) =>
        from pickle in feature.Pickles
        let place = ScenarioPlace.Of(feature, pickle)
        from step in pickle.Steps
        select new Use($"{feature.Uri}:{step.Line}", step, StepMatcher.Match(registry, step, place));

    private static string? ProblemOf(Use use) => use.Match switch
    {
        StepMatch.Ambiguous ambiguous => $"{use.Where}: ambiguous: {ambiguous.Message}",
        StepMatch.Invalid invalid => $"{use.Where}: {invalid.Message}",
        _ => null,
    };

    private static IEnumerable<string> Unused(BindingRegistry registry, IReadOnlyCollection<Use> uses)
    {
        var found = uses.Select(use => use.Match).OfType<StepMatch.Found>();
        var used = found.Select(match => match.Definition).ToHashSet();
        return registry.Steps
            .Where(definition => !used.Contains(definition))
            .Select(definition =>
                $"unused: [{string.Join("/", definition.Kinds)}(\"{definition.Pattern.Source}\")] {definition.Method}");
    }

    private sealed record Use(string Where, PickleStep Step, StepMatch Match);
}
