using System.Globalization;

namespace Drivers;

/// <summary>Long texts made of many short parts of one kind, as people write them.</summary>
internal static class LongSample
{
    private static readonly Dictionary<string, (string Head, string Part)> Kinds = new()
    {
        ["functions"] = ("", "def part_{0}(amount):\n    total = amount * {0}\n    total += 1\n\n    return total\n\n"),
        ["methods of a class"] = ("class Parts:\n", "\n    def part_{0}(self, amount):\n        total = amount * {0}\n        return total\n"),
        ["paragraphs"] = ("", "Paragraph {0} tells of a part that is not in stock.\nIt comes in a week, and then it is sent.\n\n"),
        ["style rules"] = ("", "li .part-{0} {{\n  width: {0}px;\n  margin: 0;\n}} /* part {0} */\n"),
        ["calls"] = ("", "send(\n    part={0},\n    amount=1,\n)  # part {0}\n"),
        ["lines of a list"] = ("", "line {0} of a list without ends\n"),
        ["lists"] = ("", "parts += [\n    {0},\n    1,\n]  # part {0}\n"),
    };

    /// <summary>A text of some parts, each with a number of its own.</summary>
    public static string Of(int parts, string kind)
    {
        var (head, part) = Kinds[kind];
        var numbers = Enumerable.Range(100, parts);
        return head + string.Concat(numbers.Select(number => string.Format(CultureInfo.InvariantCulture, part, number)));
    }
}
