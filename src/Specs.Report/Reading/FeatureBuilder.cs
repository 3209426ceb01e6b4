using Gherkin;
using Specs.Report.Model;
using Ast = Gherkin.Ast;

namespace Specs.Report.Reading;

/// <summary>Turns the syntax tree of one file into the model.</summary>
internal sealed class FeatureBuilder(string path, AnchorBook anchors)
{
    public Feature Build(Ast.Feature feature)
    {
        var background = BackgroundOf(feature.Children);
        var around = new Surroundings(feature.Name, Tags(feature.Tags), background?.Steps ?? []);
        return new()
        {
            Path = path,
            Anchor = anchors.Take(Anchors.OfFeature(path)),
            Line = feature.Location.Line,
            Keyword = feature.Keyword,
            Language = feature.Language,
            Name = feature.Name,
            Description = Texts.Dedent(feature.Description),
            Tags = around.Tags,
            Background = background,
            Scenarios = ScenariosOf(feature.Children, around),
            Rules = [.. feature.Children.OfType<Ast.Rule>().Select(rule => RuleOf(rule, around))],
        };
    }

    private Rule RuleOf(Ast.Rule rule, Surroundings outer)
    {
        var background = BackgroundOf(rule.Children);
        var around = new Surroundings(
            outer.Feature, [.. outer.Tags, .. Tags(rule.Tags)], [.. outer.Steps, .. background?.Steps ?? []]);
        return new()
        {
            Line = rule.Location.Line,
            Keyword = rule.Keyword,
            Name = rule.Name,
            Description = Texts.Dedent(rule.Description),
            Tags = Tags(rule.Tags),
            Background = background,
            Scenarios = ScenariosOf(rule.Children, around),
        };
    }

    private Scenario[] ScenariosOf(IEnumerable<Ast.IHasLocation> children, Surroundings around) =>
        [.. children.OfType<Ast.Scenario>().Select(scenario => ScenarioOf(scenario, around))];

    private Scenario ScenarioOf(Ast.Scenario scenario, Surroundings around)
    {
        var anchor = anchors.Take(Anchors.OfScenario(path, scenario.Name, []));
        var examples = new ExampleBuilder(path, scenario, around, anchors);
        var blocks = scenario.Examples.Select(examples.BlockOf).ToArray();
        return new()
        {
            Anchor = anchor,
            Line = scenario.Location.Line,
            Keyword = scenario.Keyword,
            Name = scenario.Name,
            Description = Texts.Dedent(scenario.Description),
            Tags = Tags(scenario.Tags),
            Steps = Steps(scenario.Steps),
            Blocks = blocks,
            Examples = blocks.Length > 0 ? [.. blocks.SelectMany(block => block.Rows)] : [examples.Plain(anchor)],
        };
    }

    private static Background? BackgroundOf(IEnumerable<Ast.IHasLocation> children) =>
        children.OfType<Ast.Background>().FirstOrDefault() is { } found
            ? new(found.Location.Line, found.Keyword, found.Name, Texts.Dedent(found.Description), Steps(found.Steps))
            : null;

    public static string[] Tags(IEnumerable<Ast.Tag> tags) => [.. tags.Select(tag => tag.Name)];

    public static Step[] Steps(IEnumerable<Ast.Step> steps)
    {
        var kind = StepKind.Context;
        return [.. steps.Select(step => StepOf(step, kind = KindOf(step, kind)))];
    }

    private static StepKind KindOf(Ast.Step step, StepKind before) => step.KeywordType switch
    {
        StepKeywordType.Context => StepKind.Context,
        StepKeywordType.Action => StepKind.Action,
        StepKeywordType.Outcome => StepKind.Outcome,
        _ => before,
    };

    private static Step StepOf(Ast.Step step, StepKind kind) => new(
        step.Location.Line,
        step.Keyword.Trim(),
        step.Text,
        step.DocString is { } text ? new(text.Content, text.ContentType ?? "") : null,
        step.DataTable?.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => cell.Value)]).ToArray())
    {
        Kind = kind,
    };
}

/// <summary>What a scenario inherits: the feature's title, the tags and the background steps above it.</summary>
internal sealed record Surroundings(string Feature, IReadOnlyList<string> Tags, IReadOnlyList<Step> Steps);
