using System.Globalization;
using System.Text;

namespace Specs.Runner.Generator.Writing;

/// <summary>Writes JSON; a compiler plug-in has no JSON library at hand.</summary>
internal static class JsonText
{
    public static string Object(params (string Name, string? Json)[] members) =>
        "{" + string.Join(",", members
            .Where(member => member.Json is not null)
            .Select(member => $"{String(member.Name)}:{member.Json}")) + "}";

    public static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string String(string? text)
    {
        var rest = text ?? "";
        var json = new StringBuilder(rest.Length + 2).Append('"');
        var written = 0;
        for (var at = 0; at < rest.Length; at++)
        {
            if (Escape(rest[at]) is { } escape)
            {
                json.Append(rest, written, at - written).Append(escape);
                written = at + 1;
            }
        }

        return json.Append(rest, written, rest.Length - written).Append('"').ToString();
    }

    /// <summary>Null for what stands for itself, which is nearly everything.</summary>
    private static string? Escape(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= ' ' => null,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
    };
}
