using System.Collections.Specialized;
using Reqnroll.BoDi;
using Xunit.Abstractions;

namespace Reqnroll.Execution;

/// <summary>What belongs to one running example.</summary>
internal sealed class ScenarioParts
{
    public ScenarioParts(FeatureRun feature, Pickle pickle, ITestOutputHelper output)
    {
        Feature = feature;
        Pickle = pickle;
        Place = ScenarioPlace.Of(feature.Source, pickle);
        Matches = [.. pickle.Steps.Select(step => StepMatcher.Match(feature.Run.Registry, step, Place))];
        Recorder = new ScenarioRecorder(feature.Run.Messages, this);
        Output = new ScenarioOutput(output, Recorder, feature.Run.Settings);
        Container = new ObjectContainer(feature.Container);
        Context = new ScenarioContext(Container, InfoOf(feature.Source, pickle));
        Container.RegisterInstanceAs(Context, dispose: true);
        Container.RegisterInstanceAs(Context.ScenarioInfo);
        Container.RegisterInstanceAs<IReqnrollOutputHelper>(Output);
        Container.RegisterInstanceAs(output);
        Invoker = new BindingInvoker(Container, new ExecutionFlow(feature.Flow), feature.Context.BindingCulture);
        Recorder.Started();
    }

    public FeatureRun Feature { get; }

    public Pickle Pickle { get; }

    public ScenarioPlace Place { get; }

    /// <summary>For every step, known before the first one runs.</summary>
    public IReadOnlyList<StepMatch> Matches { get; }

    public ObjectContainer Container { get; }

    public ScenarioContext Context { get; }

    public ScenarioRecorder Recorder { get; }

    public ScenarioOutput Output { get; }

    public BindingInvoker Invoker { get; }

    /// <summary>The definitions that said they are not finished.</summary>
    public List<string> Pending { get; } = [];

    /// <summary>The steps without a definition that were met so far.</summary>
    public List<PickleStep> Undefined { get; } = [];

    public HookRunner CreateHooks() => new(Feature.Run.Registry, Invoker);

    public IReadOnlyList<Hook> HooksFor(HookType type) => Feature.Run.Registry.HooksFor(type, Place).ToArray();

    private static ScenarioInfo InfoOf(FeatureSource feature, Pickle pickle)
    {
        var arguments = new OrderedDictionary();
        foreach (var (name, value) in pickle.Arguments)
        {
            arguments[name] = value;
        }

        return new()
        {
            Title = pickle.Title,
            Description = pickle.Description,
            Tags = pickle.Tags,
            CombinedTags = [.. pickle.Tags, .. feature.Tags, .. pickle.Rule?.Tags ?? []],
            Arguments = arguments,
            Rule = pickle.Rule,
        };
    }
}
