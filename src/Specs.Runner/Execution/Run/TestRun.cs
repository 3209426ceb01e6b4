using System.Collections.Concurrent;
using System.Globalization;
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
    private readonly ExecutionFlow flow = new(null);

    private TestRun(Assembly assembly)
    {
        Settings = Settings.Read(AppContext.BaseDirectory);
        Registry = BindingDiscovery.Discover(
            Settings.BindingAssemblies.Select(name => Assembly.Load(new AssemblyName(name))).Prepend(assembly));
        Features = assembly.GetCustomAttribute<FeatureRegistryAttribute>()?.Features ?? [];
        Messages = MessageStream.Open(Settings, this);
        Container.RegisterInstanceAs<IUnitTestRuntimeProvider>(new XunitRuntimeProvider());
        Container.RegisterInstanceAs<IReqnrollOutputHelper>(new RunOutput());
        started = new(() => RunHooksAsync(HookType.BeforeTestRun));
    }

    public Settings Settings { get; }

    public BindingRegistry Registry { get; }

    public IReadOnlyList<FeatureSource> Features { get; }

    public MessageStream Messages { get; }

    public ObjectContainer Container { get; } = new();

    public ExecutionFlow Flow => flow;

    public static TestRun Of(Assembly assembly) =>
        Runs.GetOrAdd(assembly, key => new Lazy<TestRun>(() => new TestRun(key))).Value;

    /// <summary>BeforeTestRun hooks run once, before the first feature that really runs.</summary>
    public Task<Exception?> StartAsync() => started.Value;

    /// <summary>A container for a feature to run in; a feature that ended gives its own back.</summary>
    public ObjectContainer RentWorker() => idleWorkers.TryTake(out var idle) ? idle : new ObjectContainer(Container);

    public void ReturnWorker(ObjectContainer worker) => idleWorkers.Add(worker);

    /// <summary>AfterTestRun hooks run if the run ever started.</summary>
    public async Task<Exception?> EndAsync()
    {
        var error = started.IsValueCreated ? await RunHooksAsync(HookType.AfterTestRun) : null;
        Messages.Close();
        foreach (var worker in idleWorkers)
        {
            worker.Dispose();
        }

        Container.Dispose();
        return error;
    }

    private Task<Exception?> RunHooksAsync(HookType type)
    {
        var culture = Settings.BindingLanguage is { } language ? Cultures.Find(language) : CultureInfo.CurrentCulture;
        return new HookRunner(Registry, new BindingInvoker(Container, flow, culture)).RunAsync(type, ScenarioPlace.Run);
    }
}
