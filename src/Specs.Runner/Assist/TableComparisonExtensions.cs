using Reqnroll.Assist;

namespace Reqnroll;

/// <summary>Compares tables with objects.</summary>
public static class TableComparisonExtensions
{
    /// <summary>Every cell must hold for the instance.</summary>
    /// <exception cref="ComparisonException">A cell does not hold.</exception>
    public static void CompareToInstance<T>(this Table table, T instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var differences = Comparison.Differences(Cells.OfInstance(table, typeof(T)), instance);
        if (differences.Count > 0)
        {
            throw new ComparisonException(
                string.Join(Environment.NewLine, differences.Prepend("The following fields did not match:")));
        }
    }

    /// <summary>Whether every cell holds for the instance.</summary>
    public static bool IsEquivalentToInstance<T>(this Table table, T instance) =>
        instance is not null && Comparison.Differences(Cells.OfInstance(table, typeof(T)), instance).Count == 0;

    /// <summary>Every row must have its instance and every instance its row, in sequence only on request.</summary>
    /// <exception cref="ComparisonException">Rows or instances are left over.</exception>
    public static void CompareToSet<T>(this Table table, IEnumerable<T> set, bool sequentialEquality = false)
    {
        ArgumentNullException.ThrowIfNull(set);
        var instances = set.ToList();
        var problems = sequentialEquality ? InSequence(table, instances) : InAnyOrder(table, instances);
        if (problems.Count > 0)
        {
            throw new ComparisonException(string.Join(Environment.NewLine, problems.Append(table.ToString())));
        }
    }

    private static List<string> InSequence<T>(Table table, List<T> instances)
    {
        var problems = new List<string>();
        for (var index = 0; index < Math.Max(table.RowCount, instances.Count); index++)
        {
            if (index >= table.RowCount || index >= instances.Count)
            {
                problems.Add($"Expected {table.RowCount} items, found {instances.Count}.");
                break;
            }

            problems.AddRange(Comparison.Differences(table.Rows[index], instances[index]!)
                .Select(difference => $"Row {index + 1}: {difference}"));
        }

        return problems;
    }

    private static List<string> InAnyOrder<T>(Table table, List<T> instances)
    {
        var left = new List<T>(instances);
        var problems = new List<string>();
        for (var index = 0; index < table.RowCount; index++)
        {
            var found = left.FindIndex(one => Comparison.Differences(table.Rows[index], one!).Count == 0);
            if (found < 0)
            {
                var cells = string.Join(" | ", table.Rows[index].Values);
                problems.Add($"- Row {index + 1} was expected and is missing: {cells}");
            }
            else
            {
                left.RemoveAt(found);
            }
        }

        problems.AddRange(left.Select(extra => $"+ Not expected: {extra}"));
        return problems;
    }
}
