using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>A method that turns an argument into a value.</summary>
internal sealed record Transformation(BindingMethod Method, Regex? Pattern, string? Name, int Order)
{
    public Type Result => Method.ReturnType;
}
