using Gherkin.Ast;
using Specs.Runner.Generator.Reading;
using static Specs.Runner.Generator.Writing.JsonText;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes what the feature says as data: the run reads it, the tests only point into it.</summary>
/// <remarks>
/// The examples are one text of JSON. As nested C# initialisers they cost the compiler as much as all the rest of the
/// suite; a text costs it nothing.
/// </remarks>
internal static class PickleWriter
{
    public static void Write(SourceLines lines, FeatureModel model)
    {
        const string type = "global::Reqnroll.Execution.FeatureSource";
        var feature = model.Feature;
        lines.Line($"public static {type} __Source {{ get; }} = new {type}").Open()
            .Line($"TestClass = typeof({model.ClassName}),")
            .Line($"Uri = {model.File.Uri.Literal()},")
            .Line($"Title = {feature.Name.Literal()},")
            .Line($"Description = {(feature.Description ?? "").Literal()},")
            .Line($"Language = {LanguageOf(model).Literal()},")
            .Line($"Tags = {FeatureModel.Names(feature.Tags).ArrayLiteral()},")
            .Line($"Document = {DocumentWriter.Write(model).Literal()},")
            .Line($"Examples = {Array(model.Pickles.Select(pickle => PickleOf(model, pickle))).Literal()},")
            .Close("};").Line();
    }

    private static string PickleOf(FeatureModel model, PickleModel pickle)
    {
        var ids = model.Ids;
        var scenario = pickle.Scenario;
        return Object(
            ("Id", String(pickle.Id)),
            ("Name", String(pickle.Name)),
            ("Title", String(scenario.Name)),
            ("Description", String(scenario.Description)),
            ("Method", String(Identifiers.Method(scenario.Name, model.ClassName))),
            ("Line", Number(pickle.Location.Line)),
            ("Column", Number(pickle.Location.Column)),
            ("AstNodeIds", Nodes(ids, scenario, pickle.Row)),
            ("Tags", Strings(FeatureModel.Names(scenario.Tags.Concat(pickle.Examples?.Tags ?? [])))),
            ("ExamplesTags", Strings(FeatureModel.Names(pickle.Examples?.Tags ?? []))),
            ("PickleTags", Array(pickle.Tags.Select(tag => Object(
                ("Name", String(tag.Name)), ("AstNodeId", String(ids.Of(tag))))))),
            ("IsIgnored", FeatureModel.IsIgnored(pickle.Tags) ? "true" : "false"),
            ("Rule", pickle.Rule is { } rule ? RuleOf(rule) : null),
            ("Arguments", pickle.Row is { } row ? ArgumentsOf(row) : null),
            ("Steps", Array(pickle.Steps.Select(step => StepOf(ids, step)))));
    }

    private static string RuleOf(Rule rule) => Object(
        ("Title", String(rule.Name)),
        ("Description", String(rule.Description)),
        ("Tags", Strings(FeatureModel.Names(rule.Tags))));

    private static string ArgumentsOf(Row row) => Array(row.Header.Zip(row.Values, (name, value) =>
        Object(("Key", String(name)), ("Value", String(value)))));

    private static string StepOf(AstIds ids, PickleStepModel step) => Object(
        ("Id", String(step.Id)),
        ("Kind", Number((int)step.Kind)),
        ("Keyword", String(step.Step.Keyword)),
        ("Text", String(step.Text)),
        ("Line", Number(step.Step.Location.Line)),
        ("AstNodeIds", Nodes(ids, step.Step, step.Row)),
        ("DocString", step.DocString is { } text ? String(text) : null),
        ("MediaType", step.MediaType is { } type ? String(type) : null),
        ("Table", step.Table is { } rows ? Array(rows.Select(Strings)) : null));

    private static string Nodes(AstIds ids, object node, Row? row) =>
        Strings(new[] { node, row?.Cells }.OfType<object>().Select(ids.Of));

    private static string Strings(IEnumerable<string> texts) => Array(texts.Select(String));

    /// <summary>The configured culture stands for its dialect; a language comment in the file wins.</summary>
    private static string LanguageOf(FeatureModel model) =>
        model.Feature.Language == model.Settings.Dialect ? model.Settings.Language : model.Feature.Language;
}
