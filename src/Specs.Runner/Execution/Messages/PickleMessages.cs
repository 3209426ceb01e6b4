using Reqnroll.Bindings;

namespace Reqnroll.Execution;

/// <summary>Examples as Cucumber Messages.</summary>
internal static class PickleMessages
{
    public static object Of(FeatureSource feature, Pickle pickle) => new
    {
        pickle = new
        {
            id = pickle.Id,
            uri = feature.Uri,
            location = new { line = pickle.Line, column = pickle.Column },
            name = pickle.Name,
            language = feature.Language.StartsWith("en-", StringComparison.Ordinal) ? "en" : feature.Language,
            astNodeIds = pickle.AstNodeIds,
            tags = pickle.PickleTags.Select(tag => new { name = tag.Name, astNodeId = tag.AstNodeId }),
            steps = pickle.Steps.Select(Of),
        },
    };

    private static object Of(PickleStep step) => new
    {
        id = step.Id,
        text = step.Text,
        type = step.Kind switch
        {
            StepDefinitionType.Given => "Context",
            StepDefinitionType.When => "Action",
            _ => "Outcome",
        },
        astNodeIds = step.AstNodeIds,
        argument = step.ExtraArguments == 0 ? null : new { docString = DocStringOf(step), dataTable = TableOf(step) },
    };

    private static object? DocStringOf(PickleStep step) =>
        step.DocString is { } content ? new { content, mediaType = step.MediaType } : null;

    private static object? TableOf(PickleStep step) => step.Table is { } table
        ? new { rows = table.Select(row => new { cells = row.Select(value => new { value }) }) }
        : null;
}
