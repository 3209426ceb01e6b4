using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>What the four step attributes share.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute : Attribute
{
    /// <summary>A definition of the given kinds; without an expression the method's name is the expression.</summary>
    private protected StepDefinitionBaseAttribute(string? expression, params StepDefinitionType[] types)
    {
        Expression = expression;
        Types = types;
    }

    /// <summary>The Cucumber expression or regular expression, or null for the method's name.</summary>
    public string? Expression { get; set; }

    /// <summary>The kinds of step this definition may serve.</summary>
    public IEnumerable<StepDefinitionType> Types { get; }

    /// <summary>The culture of the expression; kept for compatibility, without effect on matching.</summary>
    public string? Culture { get; set; }
}

/// <summary>The method sets up the world before.</summary>
public sealed class GivenAttribute(string? expression)
    : StepDefinitionBaseAttribute(expression, StepDefinitionType.Given)
{
    /// <summary>The method's name is the expression.</summary>
    public GivenAttribute()
        : this(null)
    {
    }
}

/// <summary>The method is the event.</summary>
public sealed class WhenAttribute(string? expression)
    : StepDefinitionBaseAttribute(expression, StepDefinitionType.When)
{
    /// <summary>The method's name is the expression.</summary>
    public WhenAttribute()
        : this(null)
    {
    }
}

/// <summary>The method checks what is true now.</summary>
public sealed class ThenAttribute(string? expression)
    : StepDefinitionBaseAttribute(expression, StepDefinitionType.Then)
{
    /// <summary>The method's name is the expression.</summary>
    public ThenAttribute()
        : this(null)
    {
    }
}

/// <summary>The method serves steps of every kind.</summary>
public sealed class StepDefinitionAttribute(string? expression) : StepDefinitionBaseAttribute(
    expression, StepDefinitionType.Given, StepDefinitionType.When, StepDefinitionType.Then)
{
    /// <summary>The method's name is the expression.</summary>
    public StepDefinitionAttribute()
        : this(null)
    {
    }
}
