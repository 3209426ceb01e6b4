using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>What the feature file says of a step.</summary>
public sealed class StepInfo
{
    internal StepInfo(StepDefinitionType type, string text, Table? table, string? multilineText)
    {
        StepDefinitionType = type;
        Text = text;
        Table = table;
        MultilineText = multilineText;
    }

    /// <summary>The kind of the step.</summary>
    public StepDefinitionType StepDefinitionType { get; }

    /// <summary>The text after the keyword.</summary>
    public string Text { get; }

    /// <summary>The table below the step, if there is one.</summary>
    public Table? Table { get; }

    /// <summary>The doc string below the step, if there is one.</summary>
    public string? MultilineText { get; }
}
