using Xunit;
using Xunit.Abstractions;

namespace Reqnroll.Execution;

/// <summary>One feature in a run: what its scenarios share, and its hooks.</summary>
public abstract class FeatureFixture : IAsyncLifetime
{
    private readonly FeatureSource source;
    private readonly TestRun run;
    private FeatureRun? feature;

    /// <summary>The fixture of the class that was generated for a feature.</summary>
    protected FeatureFixture(FeatureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        run = TestRun.Of(source.TestClass.Assembly);
    }

    /// <summary>Starts one example; its feature starts with the first.</summary>
    public async Task<ScenarioRun> StartAsync(int pickle, ITestOutputHelper output)
    {
        if (await run.StartAsync() is { } runError)
        {
            throw new ReqnrollException($"A BeforeTestRun hook failed: {runError.Message}", runError);
        }

        var isFirst = feature is null;
        feature ??= await FeatureRun.StartAsync(run, source);
        if (feature.Context.BeforeFeatureHookError is { } error)
        {
            throw isFirst
                ? error
                : new ReqnrollException("Scenario skipped because of previous before feature hook error", error);
        }

        return await ScenarioRun.StartAsync(feature, source.Pickles[pickle], output);
    }

    /// <summary>Nothing to do before the first scenario.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Ends the feature if it ever started.</summary>
    public Task DisposeAsync() => feature?.EndAsync() ?? Task.CompletedTask;
}
