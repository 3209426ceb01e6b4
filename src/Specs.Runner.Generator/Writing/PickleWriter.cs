using Specs.Runner.Generator.Reading;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes what the feature says as data: the run reads it, the tests only point into it.</summary>
internal static class PickleWriter
{
    private const string Namespace = "global::Reqnroll.Execution";

    public static void Write(SourceLines lines, FeatureModel model)
    {
        var feature = model.Feature;
        lines.Line($"public static {Namespace}.FeatureSource Source {{ get; }} = new()").Open()
            .Line($"TestClass = typeof({model.ClassName}),")
            .Line($"Uri = {model.File.Uri.Literal()},")
            .Line($"Title = {feature.Name.Literal()},")
            .Line($"Description = {(feature.Description ?? "").Literal()},")
            .Line($"Language = {LanguageOf(model).Literal()},")
            .Line($"Tags = {FeatureModel.Names(feature.Tags).Literal()},")
            .Line($"Document = {DocumentWriter.Write(model).Literal()},")
            .Line("Pickles =").Open("[");
        foreach (var pickle in model.Pickles)
        {
            WritePickle(lines, model, pickle);
        }

        lines.Close("],").Close("};").Line();
    }

    private static void WritePickle(SourceLines lines, FeatureModel model, PickleModel pickle)
    {
        var scenario = pickle.Scenario;
        var own = FeatureModel.Names(scenario.Tags.Concat(pickle.Examples?.Tags ?? []));
        var nodes = new object?[] { scenario, pickle.Row?.Cells }.OfType<object>().Select(model.Ids.Of);
        lines.Line("new()").Open()
            .Line($"Id = {pickle.Id.Literal()},")
            .Line($"Name = {pickle.Name.Literal()},")
            .Line($"Title = {scenario.Name.Literal()},")
            .Line($"Description = {(scenario.Description ?? "").Literal()},")
            .Line($"Method = {Identifiers.Pascal(scenario.Name).Literal()},")
            .Line($"Line = {pickle.Location.Line},")
            .Line($"Column = {pickle.Location.Column},")
            .Line($"AstNodeIds = {nodes.Literal()},")
            .Line($"Tags = {own.Literal()},")
            .Line($"PickleTags = [{string.Join(", ", pickle.Tags.Select(tag => $"new({tag.Name.Literal()}, {model.Ids.Of(tag).Literal()})"))}],")
            .Line($"IsIgnored = {(FeatureModel.IsIgnored(pickle.Tags) ? "true" : "false")},");
        WriteRule(lines, pickle);
        WriteArguments(lines, pickle);
        lines.Line("Steps =").Open("[");
        foreach (var step in pickle.Steps)
        {
            lines.Line(StepOf(model, step));
        }

        lines.Close("],").Close("},");
    }

    private static void WriteRule(SourceLines lines, PickleModel pickle)
    {
        if (pickle.Rule is { } rule)
        {
            var description = (rule.Description ?? "").Literal();
            lines.Line($"Rule = new({rule.Name.Literal()}, {description}, {FeatureModel.Names(rule.Tags).Literal()}),");
        }
    }

    private static void WriteArguments(SourceLines lines, PickleModel pickle)
    {
        if (pickle.Row is { } row)
        {
            var cells = row.Header.Zip(row.Values, (name, value) => $"new({name.Literal()}, {value.Literal()})");
            lines.Line($"Arguments = [{string.Join(", ", cells)}],");
        }
    }

    private static string StepOf(FeatureModel model, PickleStepModel step)
    {
        var nodes = new object?[] { step.Step, step.Row?.Cells }.OfType<object>().Select(model.Ids.Of).Literal();
        var extras = string.Concat(
            step.DocString is { } text ? $"DocString = {text.Literal()}, " : "",
            step.MediaType is { } type ? $"MediaType = {type.Literal()}, " : "",
            step.Table is { } rows ? $"Table = [{string.Join(", ", rows.Select(row => row.Literal()))}], " : "");
        return $"new({step.Id.Literal()}, global::Reqnroll.Bindings.StepDefinitionType.{step.Kind}, {step.Step.Keyword.Literal()}, {step.Text.Literal()})"
            + $" {{ Line = {step.Step.Location.Line}, AstNodeIds = {nodes}, {extras}}},";
    }

    /// <summary>The configured culture stands for its dialect; a language comment in the file wins.</summary>
    private static string LanguageOf(FeatureModel model) =>
        model.Feature.Language == model.Settings.Dialect ? model.Settings.Language : model.Feature.Language;
}
