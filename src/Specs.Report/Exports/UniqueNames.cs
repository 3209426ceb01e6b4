using Specs.Report.Model;

namespace Specs.Report.Exports;

/// <summary>Names that are unique within a feature, over all rows of all outlines.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The title; with the row's values, then with the line, where that is not enough.</summary>
    public string For(Example example)
    {
        var withRow = example.Cells.Count == 0 ? example.Name : $"{example.Name} ({string.Join(", ", example.Cells)})";
        var withLine = $"{withRow} at line {example.Line}";
        return _taken.Add(example.Name) ? example.Name : _taken.Add(withRow) ? withRow : Take(withLine);
    }

    private string Take(string name)
    {
        _taken.Add(name);
        return name;
    }
}
