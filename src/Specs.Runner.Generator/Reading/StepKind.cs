using Gherkin;

namespace Specs.Runner.Generator.Reading;

/// <summary>What a keyword means once And, But and * have taken the meaning of the step before.</summary>
internal enum StepKind
{
    Given,
    When,
    Then,
}

/// <summary>Reads keywords in the order of a scenario.</summary>
internal static class StepKinds
{
    /// <summary>A first And or * is a Given.</summary>
    public static StepKind After(StepKind previous, StepKeywordType keyword) => keyword switch
    {
        StepKeywordType.Context => StepKind.Given,
        StepKeywordType.Action => StepKind.When,
        StepKeywordType.Outcome => StepKind.Then,
        _ => previous,
    };
}
