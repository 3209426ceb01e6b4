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
    public static Task NeedPostgres(IUnitTestRuntimeProvider runtime) => NeedAsync(runtime, "needs.postgres");

    [BeforeScenario("needs.pgbouncer")]
    public static Task NeedPool(IUnitTestRuntimeProvider runtime) => NeedAsync(runtime, "needs.pgbouncer");

    [BeforeScenario("needs.history")]
    public static Task NeedHistory(IUnitTestRuntimeProvider runtime) => NeedAsync(runtime, "needs.history");

    [AfterTestRun]
    public static Task LetGo() => PostgresServer.EndAsync();

    private static async Task NeedAsync(IUnitTestRuntimeProvider runtime, string tag)
    {
        if (await Capabilities.WhyNotAsync(tag) is { } reason)
        {
            runtime.TestIgnore(reason);
        }
    }
}
