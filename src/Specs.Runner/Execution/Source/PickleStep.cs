using Reqnroll.Bindings;

namespace Reqnroll.Execution;

/// <summary>A step with the row's values.</summary>
/// <param name="Id">The same from build to build.</param>
/// <param name="Kind">The kind, with And and But resolved.</param>
/// <param name="Keyword">The keyword as written, with its trailing space.</param>
/// <param name="Text">The text after the keyword.</param>
public sealed record PickleStep(string Id, StepDefinitionType Kind, string Keyword, string Text)
{
    /// <summary>The line of the step, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The syntax nodes this step was made from.</summary>
    public required string[] AstNodeIds { get; init; }

    /// <summary>The doc string below the step, if there is one.</summary>
    public string? DocString { get; init; }

    /// <summary>The media type of the doc string, if it names one.</summary>
    public string? MediaType { get; init; }

    /// <summary>The table below the step, header first, if there is one.</summary>
    public string[][]? Table { get; init; }

    /// <summary>How many arguments the step adds after those of its text.</summary>
    internal int ExtraArguments => (DocString is null ? 0 : 1) + (Table is null ? 0 : 1);

    internal DataTable? CreateTable()
    {
        if (Table is null)
        {
            return null;
        }

        var table = new DataTable(Table[0]);
        foreach (var row in Table.Skip(1))
        {
            table.AddRow([.. row]);
        }

        return table;
    }
}
