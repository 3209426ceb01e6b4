using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>The traits of a scenario: its title, and its tags as categories.</summary>
public sealed class ScenarioTraits : ITraitDiscoverer
{
    internal const string Category = "Category";

    /// <summary>Reads them from the attribute of the test.</summary>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        yield return new("Description", traitAttribute.GetNamedArgument<string>(nameof(ScenarioAttribute.DisplayName)));
        foreach (var tag in traitAttribute.GetNamedArgument<string[]>(nameof(ScenarioAttribute.Tags)))
        {
            yield return new(Category, tag);
        }
    }
}
