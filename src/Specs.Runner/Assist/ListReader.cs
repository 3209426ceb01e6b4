namespace Reqnroll.Assist;

/// <summary>Reads a cell as a list: values between commas or semicolons.</summary>
internal static class ListReader
{
    private static readonly Type[] Shapes =
    [
        typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>),
    ];

    /// <summary>The type of the items, or null if the type is no list.</summary>
    public static Type? ElementOf(Type type) => type switch
    {
        { IsArray: true } => type.GetElementType(),
        { IsGenericType: true } when Shapes.Contains(type.GetGenericTypeDefinition()) => type.GenericTypeArguments[0],
        _ => null,
    };

    public static object Read(string text, Type type, Type element)
    {
        var items = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => CellReader.Read(item, element))
            .ToArray();
        var array = Array.CreateInstance(element, items.Length);
        Array.Copy(items, array, items.Length);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)
            ? Activator.CreateInstance(type, array)!
            : array;
    }
}
