using Gherkin.Ast;
using Specs.Runner.Generator.Reading;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes what the feature says as data: the run reads it, the tests only point into it.</summary>
internal static class PickleWriter
{
    // Types are spelled out: inferring them again for every nested element made 120 features build for half a minute.
    private const string Namespace = "global::Reqnroll.Execution";
    private const string Cell = "global::System.Collections.Generic.KeyValuePair<string, string>";

    public static void Write(SourceLines lines, FeatureModel model)
    {
        var feature = model.Feature;
        lines.Line($"public static {Namespace}.FeatureSource Source {{ get; }} = new {Namespace}.FeatureSource").Open()
            .Line($"TestClass = typeof({model.ClassName}),")
            .Line($"Uri = {model.File.Uri.Literal()},")
            .Line($"Title = {feature.Name.Literal()},")
            .Line($"Description = {(feature.Description ?? "").Literal()},")
            .Line($"Language = {LanguageOf(model).Literal()},")
            .Line($"Tags = {FeatureModel.Names(feature.Tags).ArrayLiteral()},")
            .Line($"Document = {DocumentWriter.Write(model).Literal()},")
            .Line($"Pickles = new {Namespace}.Pickle[]").Open();
        foreach (var pickle in model.Pickles)
        {
            WritePickle(lines, model, pickle);
        }

        lines.Close("},").Close("};").Line();
    }

    private static void WritePickle(SourceLines lines, FeatureModel model, PickleModel pickle)
    {
        var scenario = pickle.Scenario;
        var own = FeatureModel.Names(scenario.Tags.Concat(pickle.Examples?.Tags ?? []));
        var nodes = new object?[] { scenario, pickle.Row?.Cells }.OfType<object>().Select(model.Ids.Of);
        lines.Line($"new {Namespace}.Pickle").Open()
            .Line($"Id = {pickle.Id.Literal()},")
            .Line($"Name = {pickle.Name.Literal()},")
            .Line($"Title = {scenario.Name.Literal()},")
            .Line($"Description = {(scenario.Description ?? "").Literal()},")
            .Line($"Method = {Identifiers.Pascal(scenario.Name).Literal()},")
            .Line($"Line = {pickle.Location.Line},")
            .Line($"Column = {pickle.Location.Column},")
            .Line($"AstNodeIds = {nodes.ArrayLiteral()},")
            .Line($"Tags = {own.ArrayLiteral()},")
            .Line($"PickleTags = new {Namespace}.PickleTag[] {{ {string.Join(", ", pickle.Tags.Select(tag => TagOf(model, tag)))} }},")
            .Line($"IsIgnored = {(FeatureModel.IsIgnored(pickle.Tags) ? "true" : "false")},");
        WriteRule(lines, pickle);
        WriteArguments(lines, pickle);
        lines.Line($"Steps = new {Namespace}.PickleStep[]").Open();
        foreach (var step in pickle.Steps)
        {
            lines.Line(StepOf(model, step));
        }

        lines.Close("},").Close("},");
    }

    private static void WriteRule(SourceLines lines, PickleModel pickle)
    {
        if (pickle.Rule is { } rule)
        {
            var description = (rule.Description ?? "").Literal();
            lines.Line($"Rule = new global::Reqnroll.RuleInfo({rule.Name.Literal()}, {description}, {FeatureModel.Names(rule.Tags).ArrayLiteral()}),");
        }
    }

    private static void WriteArguments(SourceLines lines, PickleModel pickle)
    {
        if (pickle.Row is { } row)
        {
            var cells = row.Header.Zip(row.Values, (name, value) => $"new {Cell}({name.Literal()}, {value.Literal()})");
            lines.Line($"Arguments = new {Cell}[] {{ {string.Join(", ", cells)} }},");
        }
    }

    private static string TagOf(FeatureModel model, Tag tag) =>
        $"new {Namespace}.PickleTag({tag.Name.Literal()}, {model.Ids.Of(tag).Literal()})";

    private static string StepOf(FeatureModel model, PickleStepModel step)
    {
        var nodes = new object?[] { step.Step, step.Row?.Cells }.OfType<object>().Select(model.Ids.Of).ArrayLiteral();
        var extras = string.Concat(
            step.DocString is { } text ? $"DocString = {text.Literal()}, " : "",
            step.MediaType is { } type ? $"MediaType = {type.Literal()}, " : "",
            step.Table is { } rows ? $"Table = new string[][] {{ {string.Join(", ", rows.Select(row => row.ArrayLiteral()))} }}, " : "");
        return $"new {Namespace}.PickleStep({step.Id.Literal()}, global::Reqnroll.Bindings.StepDefinitionType.{step.Kind}, {step.Step.Keyword.Literal()}, {step.Text.Literal()})"
            + $" {{ Line = {step.Step.Location.Line}, AstNodeIds = {nodes}, {extras}}},";
    }

    /// <summary>The configured culture stands for its dialect; a language comment in the file wins.</summary>
    private static string LanguageOf(FeatureModel model) =>
        model.Feature.Language == model.Settings.Dialect ? model.Settings.Language : model.Feature.Language;
}
