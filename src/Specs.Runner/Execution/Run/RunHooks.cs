using System.Globalization;
using Reqnroll.BoDi;

namespace Reqnroll.Execution;

/// <summary>The hooks around the whole run and around its workers; only those of the run have messages.</summary>
internal sealed class RunHooks(TestRun run, ExecutionFlow flow)
{
    private readonly CultureInfo culture =
        run.Settings.BindingLanguage is { } language ? Cultures.Find(language) : CultureInfo.CurrentCulture;

    /// <summary>The error of the hook that failed, or null; the hooks after it do not run.</summary>
    public async Task<Exception?> RunAsync(HookType type)
    {
        var runner = Runner(run.Container);
        foreach (var hook in run.Registry.HooksFor(type, ScenarioPlace.Run))
        {
            if (await RunAsync(runner, hook) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>Hooks of a worker; messages know nothing of workers, so only a failure is told.</summary>
    public async Task<Exception?> RunOnWorkerAsync(HookType type, IObjectContainer worker)
    {
        var error = await Runner(worker).RunAsync(type, ScenarioPlace.Run);
        if (error is not null)
        {
            run.Messages.NoteError($"A {type} hook failed", error);
        }

        return error;
    }

    private async Task<Exception?> RunAsync(HookRunner runner, Hook hook)
    {
        var startedId = $"{RunMessages.Id}:{hook.Id}";
        var began = MessageStream.Clock.GetTimestamp();
        run.Messages.Write(RunMessages.HookStarted(startedId, hook));
        run.Output.CurrentHook = startedId;
        var error = await runner.RunAsync(hook);
        run.Output.CurrentHook = null;
        var result = error is null ? StepResult.Passed : StepResult.Of(error);
        run.Messages.Note(result);
        run.Messages.Write(RunMessages.HookFinished(startedId, result, MessageStream.Clock.GetElapsedTime(began)));
        return error;
    }

    private HookRunner Runner(IObjectContainer container) =>
        new(run.Registry, new BindingInvoker(container, flow, culture));
}
