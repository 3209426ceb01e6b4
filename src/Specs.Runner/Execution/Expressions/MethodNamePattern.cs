using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>Reads a method's name as an expression: <c>Given_I_have_COUNT_baskets(int count)</c>.</summary>
internal static partial class MethodNamePattern
{
    private const string Argument = "[\"']?(.*?)[\"']?";

    public static Regex Of(BindingMethod method)
    {
        var parameters = method.Method.GetParameters();
        var names = parameters
            .Select(parameter => parameter.Name!.ToUpperInvariant())
            .Concat(parameters.Select((_, index) => $"P{index}"))
            .ToHashSet();
        var words = WordsOf(Keyword().Replace(method.Method.Name, ""))
            .Select(word => names.Contains(word) ? Argument : Regex.Escape(word));
        var pattern = $"^{string.Join(@"\W+", words)}\\W*$";
        return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    private static IEnumerable<string> WordsOf(string name) => name.Contains('_', StringComparison.Ordinal)
        ? name.Split('_', StringSplitOptions.RemoveEmptyEntries)
        : Hump().Split(name).Where(word => word.Length > 0);

    [GeneratedRegex("^(?:Given|When|Then|And|But)_?(?=[A-Z0-9_])")]
    private static partial Regex Keyword();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();
}
