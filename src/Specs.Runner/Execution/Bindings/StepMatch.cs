namespace Reqnroll.Execution;

/// <summary>What the registry says of one step.</summary>
internal abstract record StepMatch
{
    private StepMatch()
    {
    }

    /// <summary>Exactly one definition fits.</summary>
    public sealed record Found(StepDefinition Definition, IReadOnlyList<string> Arguments) : StepMatch;

    /// <summary>No definition fits.</summary>
    public sealed record Undefined : StepMatch;

    /// <summary>Several definitions fit equally well.</summary>
    public sealed record Ambiguous(string Message, IReadOnlyList<StepDefinition> Definitions) : StepMatch;

    /// <summary>The text fits, the method's parameters do not; or the bindings are invalid as a whole.</summary>
    public sealed record Invalid(string Message) : StepMatch;
}
