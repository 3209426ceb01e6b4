namespace Reqnroll.Execution;

/// <summary>Finds the definition of a step.</summary>
internal static class StepMatcher
{
    public static StepMatch Match(BindingRegistry registry, PickleStep step, ScenarioPlace place)
    {
        if (registry.Problem is { } problem)
        {
            return new StepMatch.Invalid(problem.Message);
        }

        var fits = registry.Steps
            .Where(definition => definition.Kinds.Contains(step.Kind))
            .Select(definition => Candidate.Of(definition, step, place))
            .OfType<Candidate>()
            .ToArray();
        var best = BestOf(fits.Where(candidate => candidate.Takes(step)));
        return best switch
        {
            [] when fits.Length == 0 => new StepMatch.Undefined(),
            [] => new StepMatch.Invalid(WrongCount(fits, step)),
            [var only] => new StepMatch.Found(only.Definition, only.Arguments),
            _ => Ambiguous(best, step),
        };
    }

    /// <summary>The narrowest scope wins; several attributes of one method are one definition.</summary>
    private static Candidate[] BestOf(IEnumerable<Candidate> candidates)
    {
        var byScope = candidates.GroupBy(candidate => candidate.Scope).MaxBy(group => group.Key);
        return byScope?.DistinctBy(candidate => candidate.Definition.Method.Method).ToArray() ?? [];
    }

    private static StepMatch.Ambiguous Ambiguous(Candidate[] candidates, PickleStep step) => new(
        $"Ambiguous step definitions found for step '{step.Kind} {step.Text}': "
            + string.Join(", ", candidates.Select(candidate => candidate.Definition.Method)),
        candidates.Select(candidate => candidate.Definition).ToArray());

    private static string WrongCount(Candidate[] candidates, PickleStep step)
    {
        var given = candidates[0].Arguments.Count + step.ExtraArguments;
        return $"The step '{step.Kind} {step.Text}' gives {given} arguments, which fits none of: "
            + string.Join(", ", candidates.Select(candidate => candidate.Definition.Method));
    }

    private sealed record Candidate(StepDefinition Definition, IReadOnlyList<string> Arguments, int Scope)
    {
        public static Candidate? Of(StepDefinition definition, PickleStep step, ScenarioPlace place) =>
            BindingScope.Best(definition.Scopes, place) is { } scope
                && definition.Pattern.Match(step.Text) is { } arguments
                ? new(definition, arguments, scope)
                : null;

        public bool Takes(PickleStep step) =>
            Definition.Method.ParameterTypes.Length == Arguments.Count + step.ExtraArguments;
    }
}
