namespace Specs.Report.Model;

/// <summary>What is specified: every feature of the features folder, whether it ran or not.</summary>
/// <remarks>
/// How the model hangs together, for whoever renders or judges it:
/// <list type="bullet">
/// <item><see cref="Suite"/> → <see cref="Feature"/> → <see cref="Rule"/> → <see cref="Scenario"/> →
/// <see cref="Example"/>
/// is the text of the features, in the order of the files. An example is what is executed once: a plain scenario has
/// one, an outline has one a row.</item>
/// <item><see cref="Documentation"/> joins it with a run: <see cref="Documentation.Of(Example)"/> gives the
/// <see cref="Outcome"/> of an example, with its <see cref="Attempt"/>s, steps, attachments and reason.</item>
/// <item>Figures come from <see cref="Ledger"/> and nowhere else; <c>Ledger.Of(outcomes)</c> counts any part.</item>
/// <item><see cref="Anchors"/> are stable over runs, reordering and added scenarios.</item>
/// </list>
/// Everything is immutable and holds text as it was written: whoever prints it, escapes it.
/// </remarks>
/// <param name="Features">By path.</param>
public sealed record Suite(IReadOnlyList<Feature> Features)
{
    /// <summary>Every executable example, in the order of the files.</summary>
    public IEnumerable<Example> Examples =>
        Features.SelectMany(feature => feature.AllScenarios).SelectMany(scenario => scenario.Examples);
}
