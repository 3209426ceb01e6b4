using Reqnroll.Assist;

namespace Reqnroll;

/// <summary>Turns tables into objects.</summary>
public static class TableHelperExtensions
{
    /// <summary>The one instance that the table describes, a row a property or a column a property.</summary>
    public static T CreateInstance<T>(this Table table, InstanceCreationOptions? creationOptions = null) =>
        (T)InstanceBuilder.Build(typeof(T), Cells.OfInstance(table, typeof(T)), creationOptions);

    /// <summary>The given instance, filled from the table.</summary>
    public static T CreateInstance<T>(
        this Table table, Func<T> methodToCreateTheInstance, InstanceCreationOptions? creationOptions = null)
    {
        ArgumentNullException.ThrowIfNull(methodToCreateTheInstance);
        var instance = methodToCreateTheInstance();
        table.FillInstance(instance!, creationOptions);
        return instance;
    }

    /// <summary>Sets the properties that the table names.</summary>
    public static void FillInstance(
        this Table table, object instance, InstanceCreationOptions? creationOptions = null) =>
        InstanceBuilder.Fill(instance, Cells.OfInstance(table, instance.GetType()), creationOptions);

    /// <summary>One instance a row.</summary>
    public static IEnumerable<T> CreateSet<T>(this Table table, InstanceCreationOptions? creationOptions = null) =>
        [.. table.Rows.Select(row => (T)InstanceBuilder.Build(typeof(T), [.. row], creationOptions))];

    /// <summary>One given instance a row, filled from the row.</summary>
    public static IEnumerable<T> CreateSet<T>(
        this Table table, Func<T> methodToCreateEachInstance, InstanceCreationOptions? creationOptions = null) =>
        table.CreateSet(_ => methodToCreateEachInstance(), creationOptions);

    /// <summary>One given instance a row, filled from the row.</summary>
    public static IEnumerable<T> CreateSet<T>(
        this Table table,
        Func<DataTableRow, T> methodToCreateEachInstance,
        InstanceCreationOptions? creationOptions = null)
    {
        ArgumentNullException.ThrowIfNull(methodToCreateEachInstance);
        var instances = new List<T>();
        foreach (var row in table.Rows)
        {
            var instance = methodToCreateEachInstance(row);
            InstanceBuilder.Fill(instance!, [.. row], creationOptions);
            instances.Add(instance);
        }

        return instances;
    }
}
