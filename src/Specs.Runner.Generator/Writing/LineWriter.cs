using Gherkin.Ast;
using Specs.Runner.Generator.Reading;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes one method a feature, which stands at any of its lines.</summary>
/// <remarks>
/// The runner calls it before a step, so that a breakpoint in the feature file is met, and again where the step failed,
/// so that the error's stack trace leads there. One plain method for all lines costs the compiler a fraction of an
/// awaited call for every step.
/// </remarks>
internal static class LineWriter
{
    public static void Write(SourceLines lines, FeatureModel feature)
    {
        const string options = "global::System.Runtime.CompilerServices.MethodImplOptions";
        lines.Line($"[global::System.Runtime.CompilerServices.MethodImpl({options}.NoInlining | {options}.NoOptimization)]")
            .Line("private static void __At(global::Reqnroll.Execution.ScenarioRun run)").Open()
            .Line("switch (run.Line)").Open();
        var places = feature.Pickles
            .SelectMany(pickle => pickle.Steps.Select(step => step.Step.Location).Prepend(pickle.Location))
            .GroupBy(place => place.Line)
            .OrderBy(places => places.Key);
        foreach (var place in places)
        {
            lines.Directive(Directive(place.First(), feature)).Line($"case {place.Key}: run.Arrive(); break;");
        }

        lines.Directive("#line default").Close().Close().Line();
    }

    /// <summary>Says that what follows stands at a place in the feature file. A line directive knows no escapes.</summary>
    public static string Directive(Location at, FeatureModel feature) => $"#line {at.Line} \"{feature.File.Path}\"";
}
