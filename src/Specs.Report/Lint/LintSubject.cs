using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint;

/// <summary>Everything the rules look at.</summary>
internal sealed record LintSubject
{
    /// <summary>The feature files, by path.</summary>
    public required IReadOnlyList<FeatureText> Features { get; init; }

    /// <summary>The suite's own choices.</summary>
    public required LintSettings Settings { get; init; }

    /// <summary>The registered tags, with the at sign.</summary>
    public required TagRegistry Tags { get; init; }

    /// <summary>The definitions in the sources of the bindings; empty where no folder was named.</summary>
    public required IReadOnlyList<BindingText> Bindings { get; init; }

    /// <summary>The catalogue of the definitions; null where there is none, or no folder of bindings was named.</summary>
    public CatalogueText? Catalogue { get; init; }

    /// <summary>What a run said of steps and definitions; null where no messages were named.</summary>
    public RunMatches? Matches { get; init; }

    /// <summary>Every scenario with its file.</summary>
    public IEnumerable<ScenarioText> Scenarios => Features.SelectMany(feature => feature.Scenarios);
}
