using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>A method that turns an argument into a value.</summary>
/// <param name="Method">The method.</param>
/// <param name="Source">The regular expression that the whole argument must match, as written; null for any.</param>
/// <param name="Name">The parameter's name in expressions; null for that of the result.</param>
/// <param name="Order">The lowest is asked first.</param>
internal sealed record Transformation(BindingMethod Method, string? Source, string? Name, int Order)
{
    public Regex? Pattern { get; } =
        Source is null ? null : new Regex($"^(?:{Source})$", RegexOptions.CultureInvariant);

    public Type Result => Method.ReturnType;

    public string ParameterName => Name ?? Result.Name;

    public bool IsOfTable => Method.ParameterTypes is [var only] && only.IsAssignableTo(typeof(Table));
}
