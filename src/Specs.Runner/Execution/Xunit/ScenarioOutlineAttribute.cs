using Xunit;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>A theory over the rows of its Examples, which can be skipped while they run and filtered by their tags.</summary>
[XunitTestCaseDiscoverer("Reqnroll.Execution.ScenarioOutlineDiscoverer", "Specs.Runner")]
[TraitDiscoverer("Reqnroll.Execution.ScenarioTraits", "Specs.Runner")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioOutlineAttribute : TheoryAttribute, ITraitAttribute
{
    /// <param name="title">The title as written.</param>
    /// <param name="tags">The tags of the outline and its rule, without the at sign.</param>
    public ScenarioOutlineAttribute(string title, params string[] tags)
    {
        DisplayName = title;
        Tags = tags;
    }

    /// <summary>The tags of the outline and its rule, without the at sign.</summary>
    public string[] Tags { get; }
}
