using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>Where the index is kept, and what goes wrong there.</summary>
[Binding]
public sealed class StoreSteps(
    StoreDriver store,
    PostgresStore database,
    IndexStates places,
    Outages outages,
    PostgresStates states,
    PostgresFaults faults,
    PostgresNetwork network,
    VectorServer vectors,
    SecondEntry second)
{
    [Given("commands connect as {string}")]
    public Task Connect(string who) => states.ConnectAsync(who);

    [Given("^commands run on (another|the first) machine(?: again)?$")]
    public void Move(string machine) => vectors.Move(machine);

    [Given(@"^the (index file|index folder|database) is ""([^""]*)""$")]
    public Task Make(string what, string state) => places.MakeAsync(what, state);

    [Given("^the (remote|index store) (is down|is up again|accepts connections and says nothing|answers slowly|drops the next four connections|takes half a second over a statement|hangs in a statement|answers nobody before 40 connections are open)$")]
    public Task GoesWrong(string what, string how) => outages.HappenAsync(what, how);

    [Given("^the address of the vector server (ends with a slash|is written in capitals)$")]
    public void Write(string how) => vectors.Write(how);

    [Given("the index drifted")]
    public Task Drifted(TextTable table) => store.SpoilAsync(table);

    [Given("the index is kept in {string}")]
    public Task Use(string name) => store.UseAsync(name);

    [Given(@"^the vector server is reached over ""([^""]*)"" and shows (a known|an unknown) certificate$")]
    public void Encrypt(string scheme, string certificate) => vectors.Encrypt(scheme, certificate == "a known");

    [Given("the vector server lost everything")]
    public void Lose() => vectors.Lose();

    [When("another program adds {string} to the index a second time")]
    public Task AddAgain(string path) => second.AddAsync(path);

    [AfterScenario(Order = 1)]
    public void EverybodyKeptTheContract() => (vectors.IsUsed ? vectors.Server : null)?.ShouldHaveBeenKept();

    [Then(@"^(\d+) connections to the index store were open at once$")]
    public Task OpenAtOnce(int connections) => store.ShouldHaveGatheredAsync(connections);

    [Then("every connection to the index store was used")]
    public void NoneInVain() => network.ShouldHaveUsedAll();

    [Then("every search finds {string} first")]
    public void AllFound(string path) => store.ShouldAllHaveFound(path);

    [Then("nobody waited five times as long for the index store as a connection may take")]
    public Task NobodyWaited() => store.ShouldNotHaveBeenWaitedForAsync();

    [Then(@"^the (database has|database walked|vector server keeps|index file has at most) (\d+) (?:graphs? of neighbours|points?|bytes)$")]
    public Task Keeps(string what, int count) => places.ShouldKeepAsync(what, count);

    [Then("the index store refuses it")]
    public void Refuses() => second.ShouldHaveBeenRefused();

    [StepDefinition(@"^the (?:(engine|database server) (?:was|is) killed|index store cuts the (connection)) ""([^""]*)""$")]
    public Task Strike(string what, string moment) => faults.StrikeAsync(what, moment);

    [AfterScenario(Order = 1)]
    public Task EveryCutHappened() => faults.ShouldHaveStruckAsync();

    [AfterScenario(Order = 5)]
    public Task ClearAway() => database.EndAsync();
}
