namespace Reqnroll.Execution;

/// <summary>One condition on where a binding applies; what is not given is not asked.</summary>
internal sealed record BindingScope(string? Tag, string? Feature, string? Scenario)
{
    public static BindingScope From(ScopeAttribute scope) =>
        new(scope.Tag?.TrimStart('@'), scope.Feature, scope.Scenario);

    /// <summary>How many given properties hold, or null if one does not.</summary>
    public int? Match(ScenarioPlace place)
    {
        var holds = (Tag is null || place.Tags.Contains(Tag))
            && (Feature is null || Feature.Equals(place.Feature, StringComparison.OrdinalIgnoreCase))
            && (Scenario is null || Scenario.Equals(place.Scenario, StringComparison.OrdinalIgnoreCase));
        return holds ? new[] { Tag, Feature, Scenario }.Count(property => property is not null) : null;
    }

    /// <summary>The best of several scopes, 0 where there are none, null if none holds.</summary>
    public static int? Best(IReadOnlyList<BindingScope> scopes, ScenarioPlace place) =>
        scopes.Count == 0 ? 0 : scopes.Max(scope => scope.Match(place));
}

/// <summary>Where a step or hook is about to run.</summary>
internal sealed record ScenarioPlace(IReadOnlyCollection<string> Tags, string Feature, string? Scenario)
{
    public static ScenarioPlace Run { get; } = new([], "", null);

    public static ScenarioPlace Of(FeatureSource feature) => new(feature.Tags, feature.Title, null);

    public static ScenarioPlace Of(FeatureSource feature, Pickle pickle) => new(
        [.. pickle.Tags, .. feature.Tags, .. pickle.Rule?.Tags ?? []], feature.Title, pickle.Title);
}
