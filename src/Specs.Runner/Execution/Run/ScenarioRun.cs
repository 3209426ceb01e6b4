using System.Runtime.ExceptionServices;
using Xunit.Abstractions;

namespace Reqnroll.Execution;

/// <summary>One example while it runs; the generated test calls it once for every step.</summary>
/// <remarks>
/// The call for the first step that does not pass also matches the steps after it, runs the After hooks and throws,
/// so that the error's stack trace leads to that step's line in the feature file.
/// </remarks>
public sealed class ScenarioRun
{
    private readonly ScenarioParts parts;
    private readonly StepRunner steps;
    private readonly HookRunner hooks;
    private int next;

    private ScenarioRun(ScenarioParts parts)
    {
        this.parts = parts;
        hooks = parts.CreateHooks();
        steps = new StepRunner(parts, hooks);
    }

    internal static async Task<ScenarioRun> StartAsync(FeatureRun feature, Pickle pickle, ITestOutputHelper output)
    {
        var run = new ScenarioRun(new ScenarioParts(feature, pickle, output));
        await run.RunHooksAsync(HookType.BeforeScenario);
        if (run.parts.Context.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
        {
            await run.EndAsync();
        }

        return run;
    }

    /// <summary>Runs the step at a place, counted from 0.</summary>
    public async Task StepAsync(int index)
    {
        next = index + 1;
        await steps.RunAsync(index);
        if (parts.Context.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
        {
            await EndAsync();
        }
    }

    /// <summary>Looks at the steps that were not reached, runs the After hooks and reports the outcome.</summary>
    public async Task EndAsync()
    {
        for (; next < parts.Pickle.Steps.Length; next++)
        {
            steps.Skip(next);
        }

        await steps.EndBlockAsync();
        var outcome = ScenarioOutcome.Of(parts);
        var afterError = await RunHooksAsync(HookType.AfterScenario);
        parts.Recorder.Finished();
        parts.Container.Dispose();
        if (ScenarioOutcome.Combine(outcome, afterError) is { } error)
        {
            parts.Output.WriteSeed();
            ExceptionDispatchInfo.Throw(error);
        }
    }

    /// <summary>A failed hook keeps the others of its moment from running; they are reported as skipped.</summary>
    private async Task<Exception?> RunHooksAsync(HookType type)
    {
        Exception? error = null;
        foreach (var hook in parts.HooksFor(type))
        {
            if (error is null)
            {
                error = await RunAsync(hook);
            }
            else
            {
                parts.Recorder.Skipped(hook.Id);
            }
        }

        return error;
    }

    private async Task<Exception?> RunAsync(Hook hook)
    {
        parts.Recorder.StepStarted(hook.Id);
        var error = await hooks.RunAsync(hook);
        if (error is not null)
        {
            parts.Context.Record(StepRunner.StatusOf(error), error);
        }

        parts.Recorder.StepFinished(hook.Id, error is null ? StepResult.Passed : StepResult.Of(error));
        return error;
    }
}
