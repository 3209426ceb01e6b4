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
        var missing =
            from binding in bindings
            where !written.Contains(Wanted(binding))
            let problem = $"{binding.Kind} '{binding.Expression}' is not in {catalogue.File}."
            select new Spot(binding.File, binding.Line, problem);
        var gone =
            from row in catalogue.Rows
            where !wanted.Contains((row.Kind, row.Step, row.Definition))
            select new Spot(catalogue.File, row.Line, $"{row.Definition} has no {row.Kind} {row.Step}.");
        return missing.Concat(gone);
    }

    private static (string Kind, string Step, string Definition) Wanted(BindingText binding) =>
        (binding.Kind, StepCatalogue.StepOf(binding), StepCatalogue.DefinitionOf(binding));
}
