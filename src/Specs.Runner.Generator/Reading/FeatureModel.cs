using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>One feature with everything that is written from it.</summary>
internal sealed class FeatureModel
{
    public FeatureModel(FeatureFile file, GherkinDocument document, ProjectOptions project, RunnerSettings settings)
    {
        File = file;
        Document = document;
        Settings = settings;
        Namespace = Identifiers.Namespace(project.RootNamespace, file.Folder);
        ClassName = Identifiers.Pascal(Feature.Name) + "Feature";
        Ids = new AstIds(file.Uri);
        Scenarios = PickleCompiler.Compile(this);
    }

    public FeatureFile File { get; }

    public GherkinDocument Document { get; }

    public RunnerSettings Settings { get; }

    public Feature Feature => Document.Feature;

    public string Namespace { get; }

    public string ClassName { get; }

    public string FullName => $"global::{Namespace}.{ClassName}";

    public AstIds Ids { get; }

    /// <summary>In the order of the file, those of rules included.</summary>
    public IReadOnlyList<ScenarioModel> Scenarios { get; }

    public IEnumerable<PickleModel> Pickles => Scenarios.SelectMany(scenario => scenario.Pickles);

    public static string[] Names(IEnumerable<Tag> tags) => tags.Select(tag => tag.Name.TrimStart('@')).ToArray();

    public static bool IsIgnored(IEnumerable<Tag> tags) =>
        tags.Any(tag => tag.Name.Equals("@ignore", System.StringComparison.OrdinalIgnoreCase));
}
