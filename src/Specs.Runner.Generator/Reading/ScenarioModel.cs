using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>One scenario or outline: one test method, with one pickle or one pickle a row.</summary>
internal sealed record ScenarioModel(Scenario Scenario, Rule? Rule, IReadOnlyList<PickleModel> Pickles)
{
    public required string MethodName { get; init; }

    /// <summary>An outline becomes a theory even when it has one row.</summary>
    public bool IsOutline => Scenario.Examples.Any();

    public IEnumerable<Tag> TagsOfTest => Scenario.Tags.Concat(Rule?.Tags ?? []);
}
