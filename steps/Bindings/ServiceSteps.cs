using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>The services of a monorepo and their collections.</summary>
[Binding]
public sealed class ServiceSteps(ServiceDriver services, SyncDriver sync, CollectionChecks collections)
{
    [Given(@"^the service ""([^""]*)"" (now|no longer) uses ""([^""]*)""$")]
    public void Uses(string service, string since, string folder) => services.Use(service, since, folder);

    [Given(@"^the service ""([^""]*)"" was (dissolved|removed with all its files)$")]
    public void Ended(string service, string how) => services.End(service, how);

    [Given("the services")]
    public void Services(TextTable table) => services.Describe(table);

    [Then("the collections are now")]
    public Task AreNow(TextTable expected) => collections.ShouldBeAsync(expected);

    [Then("these collections change")]
    public Task Change(TextTable expected) => collections.ShouldHaveChangedAsync(expected);

    [StepDefinition(@"^the service ""([^""]*)"" (was|is) synced$")]
    public Task Sync(string service, Tense tense) => sync.SyncWithAsync(tense, "service", service);
}
