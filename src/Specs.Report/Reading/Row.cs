using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>A row of an outline under its header; fills placeholders.</summary>
internal sealed record Row(IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    public static Row None { get; } = new([], []);

    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        Header.Zip(Cells, (name, value) => KeyValuePair.Create(name, value));

    public string Fill(string text) =>
        Pairs.Aggregate(text, (filled, cell) => filled.Replace($"<{cell.Key}>", cell.Value, StringComparison.Ordinal));

    public Step Fill(Step step) => step with
    {
        Text = Fill(step.Text),
        DocString = step.DocString is { } text ? new(Fill(text.Content), Fill(text.MediaType)) : null,
        Table = step.Table?.Select(row => (IReadOnlyList<string>)[.. row.Select(Fill)]).ToArray(),
    };
}
