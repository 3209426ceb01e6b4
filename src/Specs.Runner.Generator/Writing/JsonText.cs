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
        var json = new StringBuilder("\"");
        foreach (var letter in text ?? "")
        {
            json.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return json.Append('"').ToString();
    }
}
