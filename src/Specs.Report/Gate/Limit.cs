using System.Globalization;
using Specs.Report.Reading;

namespace Specs.Report.Gate;

/// <summary>A number that a rule sets: a count, a share in per cent, a time in seconds.</summary>
/// <param name="Value">A share is 0–100, a time is in seconds.</param>
/// <param name="IsShare">True where it is per cent of something.</param>
/// <param name="Text">As it is written.</param>
internal sealed record Limit(double Value, bool IsShare, string Text)
{
    /// <summary>Reads a count (<c>3</c>) or a share (<c>98%</c>).</summary>
    public static Limit Number(YamlRow row, string name)
    {
        var text = row.Required(name).Trim();
        var isShare = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var value) && value >= 0
            ? new(value, isShare, text)
            : throw row.Wrong($"has a \"{name}\" that is neither a count nor a share such as 98%: {text}");
    }

    /// <summary>Reads a time with its unit: <c>800 ms</c>, <c>90 s</c>, <c>10 min</c>.</summary>
    public static Limit Time(YamlRow row, string name)
    {
        var text = row.Required(name).Trim();
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unit = parts.Length == 2 ? SecondsOf(parts[1]) : 0;
        return unit > 0 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new(value * unit, false, text)
            : throw row.Wrong($"has a \"{name}\" that is no time such as 90 s: {text}");
    }

    private static double SecondsOf(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "min" => 60,
        _ => 0,
    };
}
