using Gherkin.Ast;
using Specs.Runner.Generator.Reading;
using static Specs.Runner.Generator.Writing.JsonText;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes a feature's <c>source</c> and <c>gherkinDocument</c> as Cucumber Messages, a line each.</summary>
internal static class DocumentWriter
{
    public static string Write(FeatureModel model)
    {
        var source = Object(("source", Object(
            ("uri", String(model.File.Uri)),
            ("data", String(model.File.Text)),
            ("mediaType", String("text/x.cucumber.gherkin+plain")))));
        var document = Object(("gherkinDocument", Object(
            ("uri", String(model.File.Uri)),
            ("feature", FeatureOf(model)),
            ("comments", Array(model.Document.Comments.Select(comment => Object(
                ("location", At(comment.Location)),
                ("text", String(comment.Text)))))))));
        return source + "\n" + document;
    }

    private static string FeatureOf(FeatureModel model) => Object(
        ("location", At(model.Feature.Location)),
        ("tags", Tags(model.Feature.Tags, model.Ids)),
        ("language", String(model.Feature.Language)),
        ("keyword", String(model.Feature.Keyword)),
        ("name", String(model.Feature.Name)),
        ("description", String(model.Feature.Description)),
        ("children", Array(model.Feature.Children.Select(child => Child(child, model.Ids)))));

    private static string Child(IHasLocation child, AstIds ids) => child switch
    {
        Rule rule => Object(("rule", RuleOf(rule, ids))),
        Background background => Object(("background", Steps(background, ids, []))),
        Scenario scenario => Object(("scenario", ScenarioOf(scenario, ids))),
        _ => Object(),
    };

    private static string RuleOf(Rule rule, AstIds ids) => Object(
        ("location", At(rule.Location)),
        ("tags", Tags(rule.Tags, ids)),
        ("keyword", String(rule.Keyword)),
        ("name", String(rule.Name)),
        ("description", String(rule.Description)),
        ("children", Array(rule.Children.Select(child => Child(child, ids)))),
        ("id", String(ids.Of(rule))));

    private static string ScenarioOf(Scenario scenario, AstIds ids) => Steps(
        scenario,
        ids,
        [
            ("tags", Tags(scenario.Tags, ids)),
            ("examples", Array(scenario.Examples.Select(set => ExamplesOf(set, ids)))),
        ]);

    private static string Steps(StepsContainer container, AstIds ids, (string, string?)[] more) => Object(
    [
        ("location", At(container.Location)),
        ("keyword", String(container.Keyword)),
        ("name", String(container.Name)),
        ("description", String(container.Description)),
        ("steps", Array(container.Steps.Select(step => StepOf(step, ids)))),
        ("id", String(ids.Of(container))),
        .. more,
    ]);

    private static string ExamplesOf(Examples examples, AstIds ids) => Object(
        ("location", At(examples.Location)),
        ("tags", Tags(examples.Tags, ids)),
        ("keyword", String(examples.Keyword)),
        ("name", String(examples.Name)),
        ("description", String(examples.Description)),
        ("tableHeader", examples.TableHeader is { } header ? RowOf(header, ids) : null),
        ("tableBody", Array((examples.TableBody ?? []).Select(row => RowOf(row, ids)))),
        ("id", String(ids.Of(examples))));

    private static string StepOf(Step step, AstIds ids) => Object(
        ("location", At(step.Location)),
        ("keyword", String(step.Keyword)),
        ("keywordType", String(step.KeywordType.ToString())),
        ("text", String(step.Text)),
        ("docString", step.DocString is { } text ? DocStringOf(text) : null),
        ("dataTable", step.DataTable is { } table ? TableOf(table, ids) : null),
        ("id", String(ids.Of(step))));

    private static string DocStringOf(DocString text) => Object(
        ("location", At(text.Location)),
        ("mediaType", string.IsNullOrEmpty(text.ContentType) ? null : String(text.ContentType)),
        ("content", String(text.Content)),
        ("delimiter", String(text.Delimiter)));

    private static string TableOf(DataTable table, AstIds ids) => Object(
        ("location", At(table.Location)),
        ("rows", Array(table.Rows.Select(row => RowOf(row, ids)))));

    private static string RowOf(TableRow row, AstIds ids) => Object(
        ("location", At(row.Location)),
        ("cells", Array(row.Cells.Select(cell => Object(
            ("location", At(cell.Location)), ("value", String(cell.Value)))))),
        ("id", String(ids.Of(row))));

    private static string Tags(IEnumerable<Tag> tags, AstIds ids) => Array(tags.Select(tag => Object(
        ("location", At(tag.Location)), ("name", String(tag.Name)), ("id", String(ids.Of(tag))))));

    private static string At(Location location) =>
        Object(("line", Number(location.Line)), ("column", Number(location.Column)));
}
