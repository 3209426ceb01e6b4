using Reqnroll;

namespace Bindings;

/// <summary>Gives the suite threads before it needs them.</summary>
[Binding]
public static class ThreadHooks
{
    /// <summary>Enough that commands which wait in process never keep a driver from looking at another process.</summary>
    private const int AtHand = 64;

    [BeforeTestRun]
    public static void Prepare() => ThreadPool.SetMinThreads(AtHand, AtHand);
}
