using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Drivers;

/// <summary>The bars that a page draws, measured as a ruler would.</summary>
internal static partial class DrawnBars
{
    private const double Precision = 0.0005; // values are told in thousandths
    private const double Rounding = 0.11; // a drawing tells tenths

    /// <summary>
    /// Every bar as CHART, BAR (what it is called) and HEIGHT (a share of the highest one of its chart), in the order of the
    /// page. Each stands on the line of its chart, beside the one before, and the axis ends with the highest.
    /// </summary>
    public static IEnumerable<Dictionary<string, string>> In(string page) =>
        Drawing().Matches(page).SelectMany(match => In(XElement.Parse(match.Value)));

    private static List<Dictionary<string, string>> In(XElement chart)
    {
        var name = chart.Elements().First(part => part.Name.LocalName == "title").Value;
        var ground = Number(chart.Elements().First(part => part.Name.LocalName == "line"), "y1");
        var bars = chart.Elements().Where(part => part.Name.LocalName == "rect").ToList();
        bars.Should().OnlyContain(bar => Math.Abs(Number(bar, "y") + Number(bar, "height") - ground) <= Rounding, "bars stand on the ground of {0}", name);
        bars.Skip(1).Zip(bars).Should().OnlyContain(
            pair => Number(pair.First, "x") >= Number(pair.Second, "x") + Number(pair.Second, "width"), "bars of {0} stand side by side", name);
        var highest = bars.Max(bar => Number(bar, "height"));
        var axis = chart.Elements().First(part => part.Name.LocalName == "text").Value;
        double.Parse(axis, CultureInfo.InvariantCulture).Should().BeApproximately(
            bars.Max(ValueOf), Precision, "the axis of {0} ends with its highest bar", name);
        return
        [
            .. bars.Select(bar => new Dictionary<string, string>
            {
                ["CHART"] = name,
                ["BAR"] = bar.Elements().Single().Value,
                ["HEIGHT"] = string.Create(CultureInfo.InvariantCulture, $"{100 * Number(bar, "height") / highest:0} %"),
            }),
        ];
    }

    /// <summary>What a bar is called ends with its value and the unit.</summary>
    private static double ValueOf(XElement bar) =>
        double.Parse(bar.Elements().Single().Value.Split(": ")[^1].Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Number(XElement part, string name) => double.Parse(part.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
