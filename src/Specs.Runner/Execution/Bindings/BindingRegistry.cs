namespace Reqnroll.Execution;

/// <summary>Everything the binding classes offer, and what is wrong with them.</summary>
internal sealed record BindingRegistry(
    IReadOnlyList<StepDefinition> Steps,
    IReadOnlyList<Hook> Hooks,
    IReadOnlyList<Transformation> Transformations,
    IReadOnlyList<string> Errors)
{
    /// <summary>One invalid binding spoils the whole suite: nothing may pass by accident.</summary>
    public BindingException? Problem => Errors.Count == 0
        ? null
        : new BindingException("Binding errors: " + string.Join(Environment.NewLine, Errors));

    /// <summary>The hooks for a moment, from the lowest order to the highest.</summary>
    public IEnumerable<Hook> HooksFor(HookType type, ScenarioPlace place) => Hooks
        .Where(hook => hook.Type == type && BindingScope.Best(hook.Scopes, place) is not null)
        .OrderBy(hook => hook.Order);
}
