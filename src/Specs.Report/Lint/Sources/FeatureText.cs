using Gherkin;
using Gherkin.Ast;

namespace Specs.Report.Lint.Sources;

/// <summary>A feature file: its syntax tree and its lines.</summary>
internal sealed class FeatureText
{
    private FeatureText(string file, string path, string text, Feature feature)
    {
        (File, Path, Lines, Feature) = (file, path, text.Split('\n'), feature);
        Scenarios = [.. Below(feature.Children)];
    }

    /// <summary>The path as findings name it.</summary>
    public string File { get; }

    /// <summary>The path below the features folder, forward slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public Feature Feature { get; }

    /// <summary>In the order of the file, those of rules included.</summary>
    public IReadOnlyList<ScenarioText> Scenarios { get; }

    public IEnumerable<Rule> Rules => Feature.Children.OfType<Rule>();

    public IEnumerable<Background> Backgrounds => Feature.Children
        .Concat(Rules.SelectMany(rule => rule.Children))
        .OfType<Background>();

    /// <summary>Every step of the file with its kind, those of backgrounds included.</summary>
    public IEnumerable<StepText> Steps => Backgrounds
        .SelectMany(background => StepText.Of(background.Steps))
        .Concat(Scenarios.SelectMany(scenario => scenario.Steps));

    /// <exception cref="SpecsException">The file is no feature that can be read.</exception>
    public static FeatureText? Read(string file, string path, string text)
    {
        try
        {
            using var reader = new StringReader(text);
            var matcher = new TokenMatcher(new GherkinDialectProvider());
            var document = new Parser().Parse(new TokenScanner(reader), matcher);
            return document.Feature is { } feature ? new(file, path, text, feature) : null;
        }
        catch (ParserException wrong)
        {
            throw SpecsException.Input($"{file} is not a feature that can be read: {wrong.Message}", wrong);
        }
    }

    public Spot At(Location location, string message) => new(File, location.Line, message);

    private IEnumerable<ScenarioText> Below(IEnumerable<IHasLocation> children) => children.SelectMany(child =>
        child switch
        {
            Scenario scenario => [new ScenarioText(this, scenario)],
            Rule rule => Below(rule.Children),
            _ => Enumerable.Empty<ScenarioText>(),
        });
}
