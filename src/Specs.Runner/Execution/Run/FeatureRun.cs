using System.Runtime.ExceptionServices;
using Reqnroll.BoDi;

namespace Reqnroll.Execution;

/// <summary>A feature that has started: its container and its context.</summary>
internal sealed class FeatureRun
{
    private readonly ObjectContainer worker;
    private readonly HookRunner hooks;

    private FeatureRun(TestRun run, ObjectContainer worker, FeatureSource source)
    {
        Run = run;
        Source = source;
        this.worker = worker;
        Container = new ObjectContainer(worker);
        Flow = new ExecutionFlow(run.Flow);
        var language = Cultures.Find(source.Language);
        var culture = run.Settings.BindingLanguage is { } binding ? Cultures.Find(binding) : language;
        var folder = Path.GetDirectoryName(source.Uri) ?? "";
        var info = new FeatureInfo(language, folder, source.Title, source.Description, source.Tags);
        Context = new FeatureContext(Container, info, culture);
        Container.RegisterInstanceAs(Context, dispose: true);
        Container.RegisterInstanceAs(info);
        hooks = new HookRunner(run.Registry, new BindingInvoker(Container, Flow, culture));
    }

    public TestRun Run { get; }

    public FeatureSource Source { get; }

    public ObjectContainer Container { get; }

    public FeatureContext Context { get; }

    public ExecutionFlow Flow { get; }

    public static async Task<FeatureRun> StartAsync(TestRun run, FeatureSource source)
    {
        var (worker, error) = await run.RentWorkerAsync();
        var feature = new FeatureRun(run, worker, source);
        feature.Context.BeforeFeatureHookError = error ?? await feature.hooks.RunAsync(
            HookType.BeforeFeature, ScenarioPlace.Of(source));
        return feature;
    }

    public async Task EndAsync()
    {
        var error = await hooks.RunAsync(HookType.AfterFeature, ScenarioPlace.Of(Source));
        Container.Dispose();
        Run.ReturnWorker(worker);
        if (error is not null)
        {
            Run.Messages.NoteError($"An AfterFeature hook of '{Source.Title}' failed", error);
            ExceptionDispatchInfo.Throw(error);
        }
    }
}
