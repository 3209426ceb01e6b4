using System.ComponentModel;
using System.Globalization;

namespace Reqnroll.Assist;

/// <summary>Reads a table cell as a value; text that is no number or date reads as zero, as in Reqnroll.</summary>
internal static class CellReader
{
    private static readonly Dictionary<Type, Func<string, object?>> Readers = new()
    {
        [typeof(string)] = text => text,
        [typeof(char)] = text => text.Length > 0 ? text[0] : '\0',
        [typeof(bool)] = text => text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase)
            || text.Equals("yes", StringComparison.OrdinalIgnoreCase),
        [typeof(byte)] = Number<byte>,
        [typeof(sbyte)] = Number<sbyte>,
        [typeof(short)] = Number<short>,
        [typeof(ushort)] = Number<ushort>,
        [typeof(int)] = Number<int>,
        [typeof(uint)] = Number<uint>,
        [typeof(long)] = Number<long>,
        [typeof(ulong)] = Number<ulong>,
        [typeof(float)] = Number<float>,
        [typeof(double)] = Number<double>,
        [typeof(decimal)] = Number<decimal>,
        [typeof(DateTime)] = text => DateTime.TryParse(text, Culture, out var value) ? value : default,
        [typeof(DateTimeOffset)] = text => DateTimeOffset.TryParse(text, Culture, out var value) ? value : default,
        [typeof(DateOnly)] = text => DateOnly.TryParse(text, Culture, out var value) ? value : default,
        [typeof(TimeOnly)] = text => TimeOnly.TryParse(text, Culture, out var value) ? value : default,
        [typeof(TimeSpan)] = text => TimeSpan.TryParse(text, Culture, out var value) ? value : default,
        [typeof(Guid)] = text => Guid.TryParse(text, out var value) ? value : default,
        [typeof(Uri)] = text => new Uri(text, UriKind.RelativeOrAbsolute),
    };

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public static object? Read(string column, string text, Type target, Type property)
    {
        var cell = KeyValuePair.Create(column, text);
        var retrievers = Service.Instance.ValueRetrievers;
        return retrievers.FirstOrDefault(one => one.CanRetrieve(cell, target, property)) is { } retriever
            ? retriever.Retrieve(cell, target, property)
            : Read(text, property);
    }

    public static object? Read(string text, Type property)
    {
        var optional = Nullable.GetUnderlyingType(property);
        if (optional is not null && text.Length == 0)
        {
            return null;
        }

        var type = optional ?? property;
        return type switch
        {
            _ when Readers.TryGetValue(type, out var read) => read(text),
            { IsEnum: true } => EnumOf(text, type),
            _ when ListReader.ElementOf(type) is { } element => ListReader.Read(text, type, element),
            _ => TypeDescriptor.GetConverter(type).ConvertFromString(null, Culture, text),
        };
    }

    private static object Number<T>(string text)
        where T : struct, System.Numerics.INumberBase<T> =>
        T.TryParse(text, NumberStyles.Any, Culture, out var value) ? value : default;

    private static object EnumOf(string text, Type type) =>
        Enum.TryParse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InvalidOperationException($"No enum with value {text} found in {type.Name}.");
}
