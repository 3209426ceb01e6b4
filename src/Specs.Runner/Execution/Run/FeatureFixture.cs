using Xunit;
using Xunit.Abstractions;

namespace Reqnroll.Execution;

/// <summary>One feature in a run: what its scenarios share, and its hooks.</summary>
public abstract class FeatureFixture : IAsyncLifetime
{
    private readonly FeatureSource source;
    private readonly TestRun run;
    private readonly Lazy<Task<FeatureRun>> feature;
    private int hookErrorsTold;

    /// <summary>The fixture of the class that was generated for a feature.</summary>
    protected FeatureFixture(FeatureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        run = TestRun.Of(source.TestClass.Assembly);
        feature = new(() => FeatureRun.StartAsync(run, source));
    }

    /// <summary>Runs one example; its feature starts with the first.</summary>
    /// <param name="pickle">The example's place in the feature, counted from 0.</param>
    /// <param name="output">Where its test writes to.</param>
    /// <param name="at">The generated method that stands at the lines of the feature file.</param>
    public async Task RunAsync(int pickle, ITestOutputHelper output, Action<ScenarioRun> at)
    {
        if (await ErrorBeforeAsync() is { } error)
        {
            ScenarioRecorder.NotRun(run, source, source.Pickles[pickle], StepResult.Of(error));
            throw error;
        }

        await new ScenarioRun(new ScenarioParts(await feature.Value, source.Pickles[pickle], output), at).RunAsync();
    }

    /// <summary>Nothing to do before the first scenario.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Ends the feature if it ever started.</summary>
    public async Task DisposeAsync()
    {
        if (feature.IsValueCreated)
        {
            await (await feature.Value).EndAsync();
        }
    }

    /// <summary>Only the first scenario sees a hook's own error; the others say that they had no chance.</summary>
    private async Task<Exception?> ErrorBeforeAsync()
    {
        if (await run.StartAsync() is { } runError)
        {
            return new ReqnrollException($"A BeforeTestRun hook failed: {runError.Message}", runError);
        }

        if ((await feature.Value).Context.BeforeFeatureHookError is not { } error)
        {
            return null;
        }

        return Interlocked.Increment(ref hookErrorsTold) == 1
            ? error
            : new ReqnrollException("Scenario skipped because of previous before feature hook error", error);
    }
}
