using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>Machines as they are, and what operators do on them.</summary>
[Binding]
public sealed class MachineSteps(MachineDriver machine, CareDriver care, HostedBuild hosted, LeftOpen open)
{
    [BeforeScenario("needs.user")]
    public static void NeedUser(IUnitTestRuntimeProvider runtime) => Need(runtime, MachineDriver.WhyNotOtherUser());

    [BeforeScenario("needs.coverage")]
    public static void NeedCoverage(IUnitTestRuntimeProvider runtime) => Need(runtime, MeasuredCoverage.WhyNot());

    [BeforeScenario("needs.limits")]
    public static void NeedLimits(IUnitTestRuntimeProvider runtime) => Need(runtime, MachineDriver.WhyNotLimit());

    [Given(@"^(\d+) working days passed, each with commits and a sync$")]
    public Task Work(int days) => care.WorkAsync(days);

    [Given("everybody may read the repository again")]
    public void MakeReadable() => machine.MakeReadable();

    [Given(@"^neap may have (\d+) files open$")]
    public void LimitFiles(int count) => machine.LimitFiles(count);

    [Given("neap runs as a user who owns nothing")]
    public void BecomeNobody() => machine.BecomeNobody();

    [Given("nobody may read the content of {string}")]
    public void MakeUnreadable(string path) => machine.MakeUnreadable(path);

    [Given("that user owns the folder of the index")]
    public void GiveFolder() => machine.GiveIndexFolder();

    [Given("the backup was restored")]
    public void Restore() => care.Restore();

    [Given(@"^the clock was set (back|forward) by (\d+) days?$")]
    public void MoveClock(string direction, int days) => machine.MoveClock(direction == "back" ? -days : days);

    [Given("the index was backed up")]
    public void BackUp() => care.BackUp();

    [When("^the developer runs \"([^\"]*)\" on a machine without git and .NET$")]
    public Task RunsHereBare(string commandLine) => care.RunHereAsync(commandLine, care.BarePath());

    [When("^the developer runs \"([^\"]*)\"$")]
    public Task RunsHere(string commandLine) => care.RunHereAsync(commandLine, null);

    [When("^the hosted build hears of (nightfall|a pull request|a push to the branch \".*\")$")]
    public void Hears(string what) => hosted.Happen(what);

    [Then("it runs these commands of this project")]
    public void HostedCommands(TextTable expected) => hosted.ShouldRun(expected);

    [Then("nothing of the run is left open")]
    public Task NothingLeft() => open.ShouldBeNothingAsync();

    [Then(@"^the index file has at most (\d+) bytes$")]
    public void AtMost(int bytes) => care.ShouldNotGrow(bytes);

    private static void Need(IUnitTestRuntimeProvider runtime, string? reason)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (reason is not null)
        {
            runtime.TestIgnore(reason);
        }
    }
}
