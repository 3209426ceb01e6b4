namespace Specs.Report.Reading;

/// <summary>Keeps anchors apart where two scenarios say exactly the same.</summary>
internal sealed class AnchorBook
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    public string Take(string anchor)
    {
        var times = _taken[anchor] = _taken.GetValueOrDefault(anchor) + 1;
        return times == 1 ? anchor : $"{anchor}x{times}";
    }
}
