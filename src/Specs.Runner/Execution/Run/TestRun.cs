using System.Collections.Concurrent;
using System.Reflection;
using Reqnroll.BoDi;
using Reqnroll.UnitTestProvider;

namespace Reqnroll.Execution;

/// <summary>One run of a test assembly: its bindings, its features, its topmost container.</summary>
internal sealed class TestRun
{
    // xUnit creates fixtures without saying for whom; the assembly is the only thing run and fixture share.
    private static readonly ConcurrentDictionary<Assembly, Lazy<TestRun>> Runs = new();

    private readonly ConcurrentBag<ObjectContainer> idleWorkers = [];
    private readonly Lazy<Task<Exception?>> started;
    private readonly RunHooks hooks;

    private TestRun(Assembly assembly)
    {
        Settings = Settings.Read(FolderOf(assembly));
        Registry = BindingDiscovery.Discover(
            Settings.BindingAssemblies.Select(name => Assembly.Load(new AssemblyName(name))).Prepend(assembly));
        Features = assembly.GetCustomAttribute<FeatureRegistryAttribute>()?.Features ?? [];
        Messages = MessageStream.Open(Settings, this);
        Output = new RunOutput(Messages);
        Container.RegisterInstanceAs<IUnitTestRuntimeProvider>(new XunitRuntimeProvider());
        Container.RegisterInstanceAs<IReqnrollOutputHelper>(Output);
        hooks = new(this, Flow);
        started = new(() => hooks.RunAsync(HookType.BeforeTestRun));
    }

    public Settings Settings { get; }

    public BindingRegistry Registry { get; }

    public IReadOnlyList<FeatureSource> Features { get; }

    public MessageStream Messages { get; }

    public RunOutput Output { get; }

    public ObjectContainer Container { get; } = new();

    public ExecutionFlow Flow { get; } = new(null);

    public static TestRun Of(Assembly assembly) =>
        Runs.GetOrAdd(assembly, key => new Lazy<TestRun>(() => new TestRun(key))).Value;

    /// <summary>BeforeTestRun hooks run once, before the first feature that really runs.</summary>
    public Task<Exception?> StartAsync() => started.Value;

    /// <summary>A container for a feature to run in; a feature that ended gives its own back.</summary>
    public async Task<(ObjectContainer Worker, Exception? Error)> RentWorkerAsync()
    {
        if (idleWorkers.TryTake(out var idle))
        {
            return (idle, null);
        }

        var worker = new ObjectContainer(Container);
        return (worker, await hooks.RunOnWorkerAsync(HookType.BeforeTestThread, worker));
    }

    public void ReturnWorker(ObjectContainer worker) => idleWorkers.Add(worker);

    /// <summary>AfterTestRun hooks run if the run ever started.</summary>
    public async Task<Exception?> EndAsync()
    {
        Exception? error = null;
        foreach (var worker in idleWorkers)
        {
            error = await hooks.RunOnWorkerAsync(HookType.AfterTestThread, worker) ?? error;
            worker.Dispose();
        }

        error = started.IsValueCreated ? await hooks.RunAsync(HookType.AfterTestRun) ?? error : null;
        Messages.Close();
        Container.Dispose();
        return error;
    }

    /// <summary>Settings lie beside the suite; one without a place lies in the application's folder.</summary>
    private static string FolderOf(Assembly assembly) =>
        assembly.Location.Length > 0 ? Path.GetDirectoryName(assembly.Location)! : AppContext.BaseDirectory;
}
