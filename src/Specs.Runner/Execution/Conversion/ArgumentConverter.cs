using System.ComponentModel;
using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Turns what a step gives into what its method takes.</summary>
/// <remarks>Order: transformations, the value itself, enumerations, Guid, type converters, plain conversion.</remarks>
internal sealed class ArgumentConverter(
    IReadOnlyList<Transformation> transformations,
    Func<BindingMethod, object?[], Task<object?>> invoke,
    CultureInfo culture)
{
    /// <exception cref="FormatException">The text is no value of the type.</exception>
    public Task<object?> ConvertAsync(object value, Type target) => ConvertAsync(value, target, []);

    private async Task<object?> ConvertAsync(object value, Type target, IReadOnlyList<Transformation> underway)
    {
        foreach (var transformation in transformations.Where(one => one.Result == target).Except(underway))
        {
            if (ArgumentsOf(transformation, value) is { } arguments)
            {
                return await TransformAsync(transformation, arguments, [.. underway, transformation]);
            }
        }

        return target.IsInstanceOfType(value) ? value : ConvertPlain(value, target);
    }

    private async Task<object?> TransformAsync(
        Transformation transformation, object[] arguments, IReadOnlyList<Transformation> underway)
    {
        var converted = new object?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            var type = transformation.Method.ParameterTypes[index];
            converted[index] = await ConvertAsync(arguments[index], type, underway);
        }

        return await invoke(transformation.Method, converted);
    }

    private static object[]? ArgumentsOf(Transformation transformation, object value)
    {
        var arguments = (transformation.Pattern, value) switch
        {
            (null, _) => [value],
            (not null, string text) => MatchOf(transformation, text),
            _ => null,
        };
        return arguments?.Length == transformation.Method.ParameterTypes.Length && TakesShape(transformation, value)
            ? arguments
            : null;
    }

    /// <summary>A table is never squeezed into text, and text never into a table.</summary>
    private static bool TakesShape(Transformation transformation, object value) =>
        transformation.Method.ParameterTypes.All(type =>
            type == typeof(object) || value is Table == type.IsAssignableTo(typeof(Table)));

    private static object[]? MatchOf(Transformation transformation, string text)
    {
        var match = transformation.Pattern!.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var groups = match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => (object)group.Value);
        return match.Groups.Count == 1 ? [text] : groups.ToArray();
    }

    private object? ConvertPlain(object value, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        return value switch
        {
            string text when type.IsEnum => EnumOf(text, type),
            string text when type == typeof(Guid) => GuidOf(text),
            string text when type.IsAssignableTo(typeof(IConvertible)) => Convert.ChangeType(text, type, culture),
            _ => ByConverter(value, type),
        };
    }

    private object? ByConverter(object value, Type type)
    {
        var converter = TypeDescriptor.GetConverter(type);
        return converter.CanConvertFrom(value.GetType())
            ? converter.ConvertFrom(null, culture, value)
            : throw new BindingException($"No conversion from {value.GetType().Name} to {type.Name} is known.");
    }

    /// <summary>"dark blue" is DarkBlue.</summary>
    private static object EnumOf(string text, Type type)
    {
        var name = text.Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse(type, name, ignoreCase: true, out var value)
            ? value
            : throw new FormatException(
                $"'{text}' is no {type.Name}; possible are {string.Join(", ", Enum.GetNames(type))}.");
    }

    /// <summary>A short text is the beginning of a Guid, filled up with zeros.</summary>
    private static Guid GuidOf(string text) => Guid.TryParse(text, out var whole)
        ? whole
        : Guid.Parse((text.Replace("-", "", StringComparison.Ordinal) + new string('0', 32))[..32]);
}
