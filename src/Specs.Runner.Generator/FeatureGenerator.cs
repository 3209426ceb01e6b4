using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Specs.Runner.Generator.Writing;

namespace Specs.Runner.Generator;

/// <summary>Turns every linked feature file into one xUnit class, and all of them into one registry.</summary>
[Generator]
public sealed class FeatureGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Unreadable = new(
        "SPECS001", "Feature file cannot be read", "{0}", "Specs", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>Each feature file is one cached step, so editing one feature regenerates one class.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select((options, _) => ProjectOptions.From(options));
        var language = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(file.Path) == "reqnroll.json")
            .Select((file, cancellation) => file.GetText(cancellation)?.ToString() ?? "")
            .Collect()
            .Select((texts, _) => RunnerSettings.From(texts.FirstOrDefault() ?? ""));
        var features = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".feature", System.StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => FeatureFile.From(pair.Left, pair.Right, cancellation))
            .Combine(project)
            .Combine(language)
            .Select((input, _) => FeatureTranslation.Of(input.Left.Left, input.Left.Right, input.Right));

        var titles = features.Select((feature, _) => feature.Title).Collect().Select((all, _) => new FeatureTitles(all));
        var judged = features.Combine(titles).Select((pair, _) => pair.Right.Judge(pair.Left));
        context.RegisterSourceOutput(judged, Emit);
        var classes = judged.Select((feature, _) => feature.Title.TestClass).Collect();
        context.RegisterSourceOutput(classes.Combine(project), EmitRegistry);
    }

    private static void Emit(SourceProductionContext context, FeatureTranslation feature)
    {
        foreach (var problem in feature.ProblemList)
        {
            context.ReportDiagnostic(Diagnostic.Create(Unreadable, LocationOf(feature.Title.Path, problem), problem.Message));
        }

        if (feature.Source.Length > 0)
        {
            context.AddSource(feature.HintName, SourceText.From(feature.Source, Encoding.UTF8));
        }
    }

    private static void EmitRegistry(
        SourceProductionContext context, (ImmutableArray<string> Classes, ProjectOptions Project) input)
    {
        var names = input.Classes.Where(name => name.Length > 0).OrderBy(name => name, System.StringComparer.Ordinal);
        var source = RegistryWriter.Write(names.ToArray(), input.Project.RootNamespace);
        context.AddSource("AllFeatures.g.cs", SourceText.From(source, Encoding.UTF8));
    }

    private static Location LocationOf(string path, Problem problem)
    {
        var at = new LinePosition(System.Math.Max(problem.Line - 1, 0), System.Math.Max(problem.Column - 1, 0));
        return Location.Create(path, default, new LinePositionSpan(at, at));
    }
}
