using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>The services of a monorepo and their collections.</summary>
[Binding]
public sealed class ServiceSteps(ServiceDriver services, SyncDriver sync, CollectionChecks collections)
{
    [Given("the service {string} no longer uses {string}")]
    public void UsesNoLonger(string service, string folder) => services.StopUsing(service, folder);

    [Given("the service {string} now uses {string}")]
    public void Uses(string service, string folder) => services.Use(service, folder);

    [Given("the service {string} was dissolved")]
    public void Dissolved(string service) => services.Dissolve(service);

    [Given("the service {string} was removed with all its files")]
    public void Removed(string service) => services.Remove(service);

    [Given("the service {string} was synced")]
    public Task Synced(string service) => sync.HaveSyncedWithAsync("service", service);

    [Given("the services")]
    public void Services(TextTable table) => services.Describe(table);

    [When("the service {string} is synced")]
    public Task Sync(string service) => sync.SyncWithAsync("service", service);

    [Then("the collections are now")]
    public Task AreNow(TextTable expected) => collections.ShouldBeAsync(expected);

    [Then("these collections change")]
    public Task Change(TextTable expected) => collections.ShouldHaveChangedAsync(expected);

    [Then("these files are waiting for a sync")]
    public Task Waiting(TextTable expected) => collections.ShouldWaitAsync(expected);
}
