using Reqnroll.Bindings;

namespace Reqnroll.Execution;

/// <summary>One step attribute on one method.</summary>
internal sealed record StepDefinition(
    string Id, BindingMethod Method, IReadOnlyList<StepDefinitionType> Kinds, StepPattern Pattern)
{
    public required IReadOnlyList<BindingScope> Scopes { get; init; }
}
