using System.Globalization;

namespace Specs.Runner.Generator.Reading;

/// <summary>Gives every node of a document an id that stays the same from build to build.</summary>
internal sealed class AstIds(string uri)
{
    private readonly Dictionary<object, string> known = new(ReferenceComparer.Instance);
    private readonly string prefix = Hash(uri).ToString("x8", CultureInfo.InvariantCulture);
    private int next;

    public string Of(object node)
    {
        if (!known.TryGetValue(node, out var id))
        {
            id = New();
            known.Add(node, id);
        }

        return id;
    }

    public string New() => $"{prefix}-{next++}";

    /// <summary>FNV-1a: string.GetHashCode differs from process to process.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash;
    }

    private sealed class ReferenceComparer : IEqualityComparer<object>
    {
        public static readonly ReferenceComparer Instance = new();

        bool IEqualityComparer<object>.Equals(object left, object right) => ReferenceEquals(left, right);

        int IEqualityComparer<object>.GetHashCode(object node) =>
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(node);
    }
}
