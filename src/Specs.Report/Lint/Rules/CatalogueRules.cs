using Specs.Report.Catalogue;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>Who searches the catalogue finds every step, and none that is gone.</summary>
internal static class CatalogueRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "step-catalogue",
            "The catalogue in the features folder has every definition, under its kind and with its class, and no other.",
            "Write it anew with specs steps.",
            subject => subject.Catalogue is { } catalogue ? Check(catalogue, subject.Bindings) : []),
    ];

    private static IEnumerable<Spot> Check(CatalogueText catalogue, IReadOnlyList<BindingText> bindings)
    {
        var written = catalogue.Rows.Select(row => (row.Kind, row.Step, row.Definition)).ToHashSet();
        var wanted = bindings.Select(Wanted).ToHashSet();
        return bindings.Where(binding => !written.Contains(Wanted(binding)))
            .Select(binding => new Spot(binding.File, binding.Line, $"{binding.Kind} '{binding.Expression}' is not in {catalogue.File}."))
            .Concat(catalogue.Rows.Where(row => !wanted.Contains((row.Kind, row.Step, row.Definition)))
                .Select(row => new Spot(catalogue.File, row.Line, $"{row.Definition} has no {row.Kind} {row.Step}.")));
    }

    private static (string Kind, string Step, string Definition) Wanted(BindingText binding) =>
        (binding.Kind, StepCatalogue.StepOf(binding), StepCatalogue.DefinitionOf(binding));
}
