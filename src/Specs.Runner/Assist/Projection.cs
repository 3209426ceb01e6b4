namespace Reqnroll.Assist;

/// <summary>Compares a table with objects by the columns of the table only, as sets that LINQ understands.</summary>
public static class ProjectionExtensions
{
    /// <summary>One projection a row; the given set tells the type.</summary>
    public static IEnumerable<Projection<T>> ToProjection<T>(this Table table, IEnumerable<T>? collection = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Rows.Select(row => new Projection<T>([.. row], default))];
    }

    /// <summary>One projection an object, with all its properties.</summary>
    public static IEnumerable<Projection<T>> ToProjection<T>(this IEnumerable<T> collection) =>
        [.. collection.Select(item => new Projection<T>(null, item))];

    /// <summary>One projection a row; the given sets tell the type.</summary>
    public static IEnumerable<Projection<T>> ToProjectionOfSet<T>(this Table table, IEnumerable<T> collection) =>
        table.ToProjection(collection);

    /// <summary>The projection of the one instance that the table describes.</summary>
    public static Projection<T> ToProjectionOfInstance<T>(this Table table, T instance) =>
        new(Cells.OfInstance(table, typeof(T)), default);
}

/// <summary>A row of a table, or an object; equal where the cells of the row hold for the object.</summary>
public sealed class Projection<T> : IEquatable<Projection<T>>
{
    private readonly IReadOnlyList<KeyValuePair<string, string>>? cells;
    private readonly T? instance;

    internal Projection(IReadOnlyList<KeyValuePair<string, string>>? cells, T? instance)
    {
        this.cells = cells;
        this.instance = instance;
    }

    /// <summary>A row equals an object where all its cells hold; two of a kind as usual.</summary>
    public bool Equals(Projection<T>? other) => (cells, other?.cells) switch
    {
        _ when other is null => false,
        (null, null) => Equals(instance, other.instance),
        ({ } row, null) => Holds(row, other.instance),
        (null, { } row) => Holds(row, instance),
        ({ } one, { } two) => one.SequenceEqual(two),
    };

    /// <summary>Whether it is a projection that equals this one.</summary>
    public override bool Equals(object? obj) => Equals(obj as Projection<T>);

    /// <summary>The same for all: what is equal depends on the columns of the other side.</summary>
    public override int GetHashCode() => typeof(T).GetHashCode();

    /// <summary>The cells, or the object.</summary>
    public override string ToString() => cells is null
        ? $"{instance}"
        : string.Join(", ", cells.Select(cell => $"{cell.Key}={cell.Value}"));

    private static bool Holds(IReadOnlyList<KeyValuePair<string, string>> row, T? value) =>
        value is not null && Comparison.Differences(row, value).Count == 0;
}
