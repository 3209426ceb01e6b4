using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What is configured, and what then holds.</summary>
[Binding]
public sealed class ConfigSteps(ConfigDriver config)
{
    [Given("^the configuration file of the (repository|user) says$")]
    public void File(string owner, string text) => config.Write(owner, text);

    [Given("the uncommitted file {string} holds {string}")]
    public void Uncommitted(string name, string text) => config.WriteFile(name, text);

    [Then("^(these settings hold|the server runs with|the reload changes)$")]
    public Task Hold(string where, TextTable expected) => config.ShouldBeAsync(where, expected);

    [Then(@"^the reload is refused with (\d+) problems?$")]
    public void Refused(int problems) => config.ShouldHaveRefused(problems);

    [StepDefinition("^(?:a|the) server (?:has read|reads) its settings( again|)$")]
    public void Read(string again) => config.Read(again);
}
