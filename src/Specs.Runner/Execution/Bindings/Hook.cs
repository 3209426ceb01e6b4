namespace Reqnroll.Execution;

/// <summary>One hook attribute on one method.</summary>
internal sealed record Hook(string Id, HookType Type, int Order, BindingMethod Method)
{
    public required IReadOnlyList<BindingScope> Scopes { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }
}
