using Drivers;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace Bindings;

/// <summary>Servers that not every machine has.</summary>
[Binding]
public static class ServerHooks
{
    [BeforeTestRun]
    public static Task LookAround() => Capabilities.NoteAsync();

    [BeforeScenario("needs.postgres")]
    public static async Task NeedPostgres(IUnitTestRuntimeProvider runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        if (await Capabilities.WhyNotAsync("needs.postgres") is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }

    [AfterTestRun]
    public static Task LetGo() => PostgresServer.EndAsync();
}
