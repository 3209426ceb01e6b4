namespace Reqnroll.Assist;

/// <summary>Finds the instances that a table describes.</summary>
public static class FindInSetExtensions
{
    /// <summary>The first instance that the table describes, or none.</summary>
    public static T? FindInSet<T>(this Table table, IEnumerable<T> set) => table.FindAllInSet(set).FirstOrDefault();

    /// <summary>The instances for which every cell of the table holds.</summary>
    public static IEnumerable<T> FindAllInSet<T>(this Table table, IEnumerable<T> set) =>
        set.Where(instance => table.IsEquivalentToInstance(instance));
}
