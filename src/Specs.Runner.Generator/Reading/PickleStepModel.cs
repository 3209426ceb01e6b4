using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>A step of a pickle, with the values of its row filled in.</summary>
internal sealed record PickleStepModel(string Id, Step Step, StepKind Kind, Row? Row)
{
    public string Text => Row.Fill(Step.Text);

    public string? DocString => Step.DocString is { } text ? Row.Fill(text.Content) : null;

    public string? MediaType => Step.DocString?.ContentType is { Length: > 0 } type ? Row.Fill(type) : null;

    public IReadOnlyList<string[]>? Table => Step.DataTable?.Rows
        .Select(row => row.Cells.Select(cell => Row.Fill(cell.Value)).ToArray())
        .ToArray();
}
