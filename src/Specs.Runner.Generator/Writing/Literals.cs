using Microsoft.CodeAnalysis.CSharp;

namespace Specs.Runner.Generator.Writing;

/// <summary>Values as C# source.</summary>
internal static class Literals
{
    public static string Literal(this string? text) =>
        text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Literal(this IEnumerable<string> texts) =>
        "[" + string.Join(", ", texts.Select(text => text.Literal())) + "]";

    /// <summary>An attribute argument cannot be a collection expression.</summary>
    public static string ArrayLiteral(this IEnumerable<string> texts) =>
        "new string[] { " + string.Join(", ", texts.Select(text => text.Literal())) + " }";
}
