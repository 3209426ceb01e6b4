namespace Specs.Report.Model;

/// <summary>The specified suite joined with a run: what every output is made from.</summary>
public sealed record Documentation
{
    private readonly Dictionary<string, Outcome> _byAnchor;

    /// <summary>Joins what was read; every example has exactly one outcome.</summary>
    public Documentation(Suite suite, Run run, IReadOnlyList<Outcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        (Suite, Run, Outcomes) = (suite, run, outcomes);
        Ledger = Ledger.Of(outcomes);
        _byAnchor = outcomes.ToDictionary(outcome => outcome.Example.Anchor, StringComparer.Ordinal);
    }

    /// <summary>What is specified.</summary>
    public Suite Suite { get; }

    /// <summary>What was executed.</summary>
    public Run Run { get; }

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>The figures of the whole.</summary>
    public Ledger Ledger { get; }

    /// <summary>Whether the run can be judged at all.</summary>
    public required RunState State { get; init; }

    /// <summary>The tested commit; empty where nobody says.</summary>
    public required string Commit { get; init; }

    /// <summary>The requirements; null where no file was given.</summary>
    public Coverage? Requirements { get; init; }

    /// <summary>The quarantine; null where no file was given.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>Examples that ran and are not specified, as <c>path:line name</c>.</summary>
    public required IReadOnlyList<string> Strays { get; init; }

    /// <summary>What became of an example.</summary>
    public Outcome Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return _byAnchor[example.Anchor];
    }

    /// <summary>What became of the examples of a feature, in the order of the file.</summary>
    public IEnumerable<Outcome> Of(Feature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return feature.AllScenarios.SelectMany(Of);
    }

    /// <summary>What became of the examples of a scenario, in the order of its rows.</summary>
    public IEnumerable<Outcome> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Examples.Select(Of);
    }
}
