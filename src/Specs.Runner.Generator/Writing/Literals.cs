using Microsoft.CodeAnalysis.CSharp;

namespace Specs.Runner.Generator.Writing;

/// <summary>Values as C# source.</summary>
internal static class Literals
{
    public static string Literal(this string? text) =>
        text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>With its type, which an attribute argument needs.</summary>
    public static string ArrayLiteral(this IEnumerable<string> texts) =>
        "new string[] { " + string.Join(", ", texts.Select(text => text.Literal())) + " }";
}
