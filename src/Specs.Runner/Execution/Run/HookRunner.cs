namespace Reqnroll.Execution;

/// <summary>Runs the hooks of one moment; the first that fails keeps the others from running.</summary>
internal sealed class HookRunner(BindingRegistry registry, BindingInvoker invoker)
{
    /// <summary>The error of the hook that failed, or null.</summary>
    public async Task<Exception?> RunAsync(HookType type, ScenarioPlace place)
    {
        foreach (var hook in registry.HooksFor(type, place))
        {
            if (await RunAsync(hook) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The error of the hook, or null; whatever a hook throws is the outcome of its scenario.</summary>
    public async Task<Exception?> RunAsync(Hook hook)
    {
        try
        {
            await invoker.InvokeHookAsync(hook.Method);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
