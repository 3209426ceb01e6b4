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
        if (await StartFeatureAsync() is { } error)
        {
            ScenarioRecorder.NotRun(run, source, source.Pickles[pickle], StepResult.Of(error));
            throw error;
        }

        return await ScenarioRun.StartAsync(feature!, source.Pickles[pickle], output);
    }

    /// <summary>Nothing to do before the first scenario.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Ends the feature if it ever started.</summary>
    public Task DisposeAsync() => feature?.EndAsync() ?? Task.CompletedTask;

    /// <summary>Only the first scenario sees a hook's own error; the others say that they had no chance.</summary>
    private async Task<Exception?> StartFeatureAsync()
    {
        if (await run.StartAsync() is { } runError)
        {
            return new ReqnrollException($"A BeforeTestRun hook failed: {runError.Message}", runError);
        }

        if (feature is null)
        {
            feature = await FeatureRun.StartAsync(run, source);
            return feature.Context.BeforeFeatureHookError;
        }

        return feature.Context.BeforeFeatureHookError is { } error
            ? new ReqnrollException("Scenario skipped because of previous before feature hook error", error)
            : null;
    }
}
