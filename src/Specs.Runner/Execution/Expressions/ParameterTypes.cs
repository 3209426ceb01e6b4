namespace Reqnroll.Execution;

/// <summary>The parameters an expression can name: the built-in ones and those of the transformations.</summary>
internal sealed class ParameterTypes
{
    private const string Anything = ".*";
    private const string Whole = @"-?\d+";
    private const string Real = @"(?=.*\d.*)[-+]?\d*(?:\.(?=\d.*))?\d*(?:\d+[E][+-]?\d+)?";

    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        [""] = Anything,
        ["word"] = @"[^\s]+",
        ["string"] = """
            "([^"\\]*(\\.[^"\\]*)*)"|'([^'\\]*(\\.[^'\\]*)*)'
            """,
        ["int"] = Whole,
        ["long"] = Whole,
        ["short"] = Whole,
        ["byte"] = @"\d+",
        ["float"] = Real,
        ["double"] = Real,
        ["decimal"] = Real,
        ["Int32"] = Whole,
        ["Int64"] = Whole,
        ["Int16"] = Whole,
        ["Byte"] = @"\d+",
        ["Single"] = Real,
        ["Double"] = Real,
        ["Decimal"] = Real,
        ["Boolean"] = Anything,
        ["DateTime"] = Anything,
        ["TimeSpan"] = Anything,
        ["Guid"] = Anything,
        ["Uri"] = Anything,
    };

    private readonly ILookup<string, Transformation> transformations;

    public ParameterTypes(IEnumerable<Transformation> transformations) => this.transformations = transformations
        .Where(one => !one.IsOfTable)
        .ToLookup(one => one.ParameterName);

    /// <summary>Names that are no parameter type may still be those of the method's own parameters.</summary>
    public ParameterType Find(string name, BindingMethod method)
    {
        var custom = transformations[name].Select(PatternOf).ToArray();
        if (custom.Length > 0)
        {
            return new(name, custom);
        }

        if (BuiltIn.TryGetValue(name, out var pattern))
        {
            return new(name, [pattern]);
        }

        return method.ParameterTypes.Any(type => type.Name == name || type.FullName == name)
            ? new(name, [Anything])
            : throw new ExpressionException($"the expression names the unknown parameter type '{{{name}}}'.");
    }

    private static string PatternOf(Transformation transformation) =>
        transformation.Source is { } regex ? regex.TrimStart('^').TrimEnd('$') : Anything;
}
