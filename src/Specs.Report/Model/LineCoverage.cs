namespace Specs.Report.Model;

/// <summary>How many lines of a part of the product the run passed through.</summary>
/// <param name="Part">The part's name, as the one who measured calls it: an assembly.</param>
/// <param name="Files">The part's source files, those with the most missed lines first.</param>
public sealed record LineCoverage(string Part, IReadOnlyList<FileCoverage> Files)
{
    /// <summary>Lines that can be passed through.</summary>
    public int Lines => Files.Sum(file => file.Lines);

    /// <summary>Lines that at least one of the runs passed through.</summary>
    public int Covered => Files.Sum(file => file.Lines - file.Missed.Count);
}

/// <summary>A source file as the run passed through it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Lines">Lines that can be passed through.</param>
/// <param name="Missed">The numbers of those that no run came to, in order, from 1.</param>
public sealed record FileCoverage(string Path, int Lines, IReadOnlyList<int> Missed)
{
    /// <summary>The file and its missed lines, neighbours joined: <c>Cart.cs 7, 12-14</c>.</summary>
    public override string ToString()
    {
        var spans = new List<(int First, int Last)>();
        foreach (var line in Missed)
        {
            if (spans.Count > 0 && spans[^1].Last == line - 1)
            {
                spans[^1] = (spans[^1].First, line);
            }
            else
            {
                spans.Add((line, line));
            }
        }

        return $"{Path} {string.Join(", ", spans.Select(span => span.First == span.Last ? $"{span.First}" : $"{span.First}-{span.Last}"))}";
    }
}
