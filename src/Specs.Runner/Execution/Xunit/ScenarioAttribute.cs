using Xunit;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>A scenario: a test that can be skipped while it runs, with the traits that Reqnroll gives it.</summary>
[XunitTestCaseDiscoverer("Reqnroll.Execution.ScenarioDiscoverer", "Specs.Runner")]
[TraitDiscoverer("Reqnroll.Execution.ScenarioTraits", "Specs.Runner")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute : FactAttribute, ITraitAttribute
{
    /// <param name="title">The title as written.</param>
    /// <param name="tags">The tags of the scenario and its rule, without the at sign.</param>
    public ScenarioAttribute(string title, params string[] tags)
    {
        DisplayName = title;
        Tags = tags;
    }

    /// <summary>The tags of the scenario and its rule, without the at sign.</summary>
    public string[] Tags { get; }
}
