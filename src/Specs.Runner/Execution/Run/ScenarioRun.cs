using System.Runtime.ExceptionServices;

namespace Reqnroll.Execution;

/// <summary>One example while it runs.</summary>
/// <remarks>
/// Before every step, and again where one failed, the generated method of the feature is called: it stands at the step's
/// line in the feature file, so that breakpoints are met there and the error's stack trace leads there. The first step
/// that does not pass also matches the steps after it, runs the After hooks and throws.
/// </remarks>
public sealed class ScenarioRun
{
    private readonly ScenarioParts parts;
    private readonly Action<ScenarioRun> at;
    private readonly StepRunner steps;
    private readonly HookRunner hooks;
    private ExceptionDispatchInfo? failure;
    private int next;

    internal ScenarioRun(ScenarioParts parts, Action<ScenarioRun> at)
    {
        this.parts = parts;
        this.at = at;
        hooks = parts.CreateHooks();
        steps = new StepRunner(parts, hooks);
    }

    /// <summary>The line of the feature file that is run, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Called from the line that is run: nothing before it ran, its error afterwards.</summary>
    public void Arrive() => failure?.Throw();

    internal async Task RunAsync()
    {
        await RunAsync(parts.Pickle.Line, StartAsync);
        foreach (var step in parts.Pickle.Steps)
        {
            await RunAsync(step.Line, StepAsync);
        }

        await EndAsync();
    }

    private async Task RunAsync(int line, Func<Task> part)
    {
        Line = line;
        at(this);
        try
        {
            await part();
        }
        catch (Exception error)
        {
            // Whatever was thrown goes on from the line in the feature file.
            failure = ExceptionDispatchInfo.Capture(error);
            at(this);
            throw;
        }
    }

    private async Task StartAsync()
    {
        await RunHooksAsync(HookType.BeforeScenario);
        await EndUnlessGoodAsync();
    }

    private async Task StepAsync()
    {
        await steps.RunAsync(next++);
        await EndUnlessGoodAsync();
    }

    private Task EndUnlessGoodAsync() =>
        parts.Context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK ? Task.CompletedTask : EndAsync();

    /// <summary>Looks at the steps that were not reached, runs the After hooks and reports the outcome.</summary>
    private async Task EndAsync()
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
