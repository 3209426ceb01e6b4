using System.Runtime.CompilerServices;

namespace Neap.Core;

/// <summary>The outward spelling of enumerations: <c>TooLarge</c> is <c>too-large</c>.</summary>
/// <remarks>
/// Tables are plain arrays by number. A dictionary for each enumeration costs a process some forty methods that can only
/// be compiled while it runs.
/// </remarks>
public static class Names
{
    /// <summary>Lower case, words joined by dashes.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => All<T>() is var names && Number(value) is var number && (uint)number < names.Length
            ? names[number]
            : value.ToString();

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        var number = Array.IndexOf(All<T>(), text);
        value = number < 0 ? default : Value<T>(number);
        return number >= 0;
    }

    /// <summary>All names of an enumeration, whose values count from 0 without a gap, by number.</summary>
    public static string[] All<T>()
        where T : struct, Enum => Table<T>.Names;

    /// <summary>The number of a value.</summary>
    public static int Number<T>(T value)
        where T : struct, Enum => Unsafe.BitCast<T, int>(value);

    /// <summary>The value of a number.</summary>
    public static T Value<T>(int number)
        where T : struct, Enum => Unsafe.BitCast<int, T>(number);

    private static string[] Make(Type type)
    {
        var names = Enum.GetNames(type);
        var numbers = (int[])Enum.GetValuesAsUnderlyingType(type);
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = numbers[i] == i
                ? Dashed(names[i])
                : throw new NotSupportedException($"The values of {type.Name} do not count from 0.");
        }

        return names;
    }

    private static string Dashed(string name)
    {
        var dashed = new System.Text.StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            dashed.Append(char.IsUpper(letter) && dashed.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return dashed.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly string[] Names = Make(typeof(T));
    }
}
