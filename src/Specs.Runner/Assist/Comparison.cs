namespace Reqnroll.Assist;

/// <summary>Compares cells with the properties of an instance.</summary>
internal static class Comparison
{
    /// <summary>One line for every cell that does not hold.</summary>
    public static IReadOnlyList<string> Differences(IEnumerable<KeyValuePair<string, string>> cells, object instance)
    {
        var members = TableMember.Of(instance.GetType());
        return [.. cells.Select(cell => Difference(cell, members, instance)).OfType<string>()];
    }

    private static string? Difference(
        KeyValuePair<string, string> cell, IReadOnlyList<TableMember> members, object instance)
    {
        if (members.FirstOrDefault(member => member.Fits(cell.Key)) is not { } member)
        {
            return $"Property '{cell.Key}' does not exist";
        }

        var actual = member.Get(instance);
        return IsSame(cell, member, actual, instance)
            ? null
            : $"{cell.Key}: Expected <{cell.Value}>, Actual <{actual}>, Using '{member.Type.Name}'";
    }

    private static bool IsSame(KeyValuePair<string, string> cell, TableMember member, object? actual, object instance)
    {
        if (Service.Instance.ValueComparers.FirstOrDefault(one => one.CanCompare(actual)) is { } comparer)
        {
            return comparer.Compare(cell.Value, actual);
        }

        if (actual is null)
        {
            return cell.Value.Length == 0;
        }

        var expected = CellReader.Read(cell.Key, cell.Value, instance.GetType(), member.Type);
        return (expected, actual) switch
        {
            (System.Collections.IEnumerable left and not string, System.Collections.IEnumerable right) =>
                left.Cast<object>().SequenceEqual(right.Cast<object>()),
            _ => actual.Equals(expected),
        };
    }
}
