namespace Neap.Content;

/// <summary>The rules of one folder, and of the folders around it: the inner ones and the later lines are asked first.</summary>
/// <param name="prefixBytes">Length of the folder's path with its slash; rules see paths without it.</param>
/// <param name="ignores">Lines of its <c>.neapignore</c>.</param>
/// <param name="attributes">Lines of its <c>.gitattributes</c>.</param>
/// <param name="outer">The next folder outwards that has rules; null where there is none.</param>
internal sealed class RuleScope(
    int prefixBytes, IgnoreRule[] ignores, AttributeRule[] attributes, RuleScope? outer)
{
    /// <summary>Whether the deciding line says ignore.</summary>
    public bool Ignores(ReadOnlySpan<byte> path, bool isFolder)
    {
        for (var i = ignores.Length - 1; i >= 0; i--)
        {
            if (ignores[i].Pattern.Matches(path[prefixBytes..], isFolder))
            {
                return !ignores[i].Negated;
            }
        }

        return outer is not null && outer.Ignores(path, isFolder);
    }

    /// <summary>What the deciding lines say, each attribute for itself.</summary>
    public (Mark Vendored, Mark Generated) Marks(ReadOnlySpan<byte> path)
    {
        var (vendored, generated) = (Mark.Unmentioned, Mark.Unmentioned);
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            scope.AddMarks(path, ref vendored, ref generated);
        }

        return (vendored, generated);
    }

    private RuleScope? Outer => outer;

    private void AddMarks(ReadOnlySpan<byte> path, ref Mark vendored, ref Mark generated)
    {
        for (var i = attributes.Length - 1; i >= 0; i--)
        {
            ref readonly var rule = ref attributes[i];
            if (rule.Pattern.Matches(path[prefixBytes..], isFolder: false))
            {
                vendored = vendored == Mark.Unmentioned ? rule.Vendored : vendored;
                generated = generated == Mark.Unmentioned ? rule.Generated : generated;
            }
        }
    }
}
