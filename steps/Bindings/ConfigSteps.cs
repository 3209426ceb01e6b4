using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What is configured, and what then holds.</summary>
[Binding]
public sealed class ConfigSteps(ConfigDriver config)
{
    [Given("a server has read its settings")]
    public void Start() => config.Start();

    [Given("^the configuration file of the (repository|user) says$")]
    public void File(string owner, string text) => config.Write(owner, text);

    [Given("the uncommitted file {string} holds {string}")]
    public void Uncommitted(string name, string text) => config.WriteFile(name, text);

    [When("the server reads its settings again")]
    public void Reload() => config.Reload();

    [Then("the reload changes")]
    public void Changes(TextTable expected) => config.ShouldHaveReloaded(expected);

    [Then(@"^the reload is refused with (\d+) problems?$")]
    public void Refused(int problems) => config.ShouldHaveRefused(problems);

    [Then("the server runs with")]
    public void RunsWith(TextTable expected) => config.ShouldRunWith(expected);

    [Then("these settings hold")]
    public Task Hold(TextTable expected) => config.ShouldHoldAsync(expected);
}
