using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>Machines as they are, and what operators do on them.</summary>
[Binding]
public sealed class MachineSteps(MachineDriver machine, CareDriver care, HostedBuild hosted, LeftOpen open, NamedServers named)
{
    [BeforeScenario("needs.user")]
    public static void NeedUser(IUnitTestRuntimeProvider runtime) => Need(runtime, MachineDriver.WhyNotOtherUser());

    [BeforeScenario("needs.coverage")]
    public static void NeedCoverage(IUnitTestRuntimeProvider runtime) => Need(runtime, MeasuredCoverage.WhyNot());

    [BeforeScenario("needs.limits")]
    public static void NeedLimits(IUnitTestRuntimeProvider runtime) => Need(runtime, MachineDriver.WhyNotLimit());

    [BeforeScenario("needs.strace")]
    public static void NeedTrace(IUnitTestRuntimeProvider runtime) => Need(runtime, MachineDriver.WhyNotTrace());

    [Given(@"^(\d+) (working days passed, each with commits and a sync|syncs were made, each after a commit)$")]
    public Task Work(int count, string what) => care.WorkAsync(count, what);

    [Given(@"^(nobody|everybody) may read the content of ""([^""]*)""(?: again)?$")]
    public void MayRead(string who, string path) => machine.LetRead(who, path);

    [Given(@"^neap (may have \d+ files open|runs as a user who owns (?:nothing|only the folder of the index)|speaks to nobody|has temporary files on a disk that stands still)$")]
    public void Restrict(string how) => machine.Restrict(how);

    [Given("^the (index was backed up|backup was restored)$")]
    public void Copy(string what) => care.Copy(what);

    [Given(@"^the clock was set (back|forward) by (\d+) days?$")]
    public void MoveClock(string direction, int days) => machine.MoveClock(direction == "back" ? -days : days);

    [Given("the suite is told of a Qdrant server and a Weaviate server")]
    public void Tell() => named.Start();

    [When(@"^the developer runs ""([^""]*)""( on a machine without git and \.NET|)$")]
    public Task RunsHere(string commandLine, string machine) => care.RunHereAsync(commandLine, machine);

    [When("^the hosted build hears of (nightfall|a pull request|a push to the branch \".*\")$")]
    public void Hears(string what) => hosted.Happen(what);

    [Then("both servers were filled and emptied again")]
    public void FilledAndEmptied() => named.ShouldHaveBeenFilledAndEmptied();

    [Then("it runs these commands of this project")]
    public void HostedCommands(TextTable expected) => hosted.ShouldRun(expected);

    [Then("nothing of the run is left open")]
    public Task NothingLeft() => open.ShouldBeNothingAsync();

    [Then("the folder(s) of {int} failed test(s) is/are kept for a look")]
    public void KeptFolders(int count) => care.ShouldKeep(count);

    private static void Need(IUnitTestRuntimeProvider runtime, string? reason)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (reason is not null)
        {
            runtime.TestIgnore(reason);
        }
    }
}
