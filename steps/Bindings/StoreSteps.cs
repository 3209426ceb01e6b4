using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Where the index is kept, and what goes wrong there.</summary>
[Binding]
public sealed class StoreSteps(
    StoreDriver store, PostgresStore database, PostgresStates states, PostgresFaults faults, VectorServer vectors)
{
    [Given("commands connect as {string}")]
    public Task Connect(string who) => states.ConnectAsync(who);

    [Given("the database is {string}")]
    public Task Make(string state) => states.MakeAsync(state);

    [Given("the index drifted")]
    public Task Drifted(TextTable table) => store.SpoilAsync(table);

    [Given("the index is kept in {string}")]
    public Task Use(string name) => store.UseAsync(name);

    [Given(@"^the index store (is down|is up again|accepts connections and says nothing|answers slowly|takes half a second over a statement|hangs in a statement)$")]
    public Task GoesWrong(string how) => store.GoWrongAsync(how);

    [Given("the index store cuts the connection {string}")]
    public Task Cuts(string moment) => faults.CutAsync(moment);

    [Given("the vector server asks for the key {string}")]
    public void AskForKey(string key) => vectors.AskForKey(key);

    [AfterScenario(Order = 1)]
    public void EverybodyKeptTheContract() => (vectors.IsUsed ? vectors.Server : null)?.ShouldHaveBeenKept();

    [Given("the vector server {string} at call {int}")]
    public void Plan(string trouble, int call) => vectors.Server.Plan(trouble, call);

    [Then("every search finds {string} first")]
    public void AllFound(string path) => store.ShouldAllHaveFound(path);

    [Then("nobody was shown the password")]
    public void NoPassword() => store.ShouldNotHaveShownThePassword();

    [Then(@"^the database has (\d+) graphs? of neighbours$")]
    public Task Graphs(int count) => states.ShouldHaveGraphsAsync(count);

    [Then(@"^the vector server keeps (\d+) points?$")]
    public void Keeps(int points) => vectors.ShouldKeep(points);

    [StepDefinition(@"^the (engine|database server) (?:was|is) killed ""([^""]*)""$")]
    public Task Kill(string what, string moment) => faults.KillAsync(what, moment);

    [AfterScenario(Order = 1)]
    public Task EveryCutHappened() => faults.ShouldHaveStruckAsync();

    [AfterScenario(Order = 5)]
    public Task ClearAway() => database.EndAsync();
}
