using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>From the words of a step to the values of the drivers.</summary>
[Binding]
public static class Transformations
{
    [StepArgumentTransformation]
    public static TextTable Table(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TextTable([.. table.Header], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Values])]);
    }
}
