using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>One executable example: a scenario, or a row of an outline with its values filled in.</summary>
internal sealed record PickleModel
{
    public required string Id { get; init; }

    /// <summary>Counts the pickles of the file from 0.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required Scenario Scenario { get; init; }

    public required Rule? Rule { get; init; }

    public required Examples? Examples { get; init; }

    public required Row? Row { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public required IReadOnlyList<PickleStepModel> Steps { get; init; }

    public Location Location => Row?.Cells.Location ?? Scenario.Location;
}
