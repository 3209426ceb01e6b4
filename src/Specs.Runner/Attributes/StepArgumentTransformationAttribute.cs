namespace Reqnroll;

/// <summary>The method turns a step's argument into a value of its return type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepArgumentTransformationAttribute(string? regex) : Attribute
{
    /// <summary>A transformation for every text, used where the return type is asked for.</summary>
    public StepArgumentTransformationAttribute()
        : this(null)
    {
    }

    /// <summary>The whole argument must match; its groups become the parameters.</summary>
    public string? Regex { get; set; } = regex;

    /// <summary>The name of the Cucumber expression parameter; by default that of the return type.</summary>
    public string? Name { get; set; }

    /// <summary>Of several transformations that fit, the one with the lowest order is used. Default 10000.</summary>
    public int Order { get; set; } = HookAttribute.DefaultOrder;
}
