using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>Everything a page is made from.</summary>
/// <param name="Findings">The suite, the run, and what stands beside them.</param>
/// <param name="Gate">The gate's answer; null without a gate file.</param>
internal sealed record PageContent(Findings Findings, GateVerdict? Gate)
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The domain words; none without a glossary file.</summary>
    public Glossary Glossary { get; init; } = Glossary.None;

    /// <summary>What the features folder is called in links to sources.</summary>
    public string FeaturesFolder { get; init; } = "features";

    /// <summary>The suite joined with the run.</summary>
    public Documentation Documentation => Findings.Documentation;

    /// <summary>The runs before; none without a history file.</summary>
    public History History => Findings.History ?? History.None;

    /// <summary>Scenarios whose text changed, by anchor.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>();
}
