using System.Diagnostics;
using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>Carries ambient values (AsyncLocal) that one binding sets into the bindings after it.</summary>
[StackTraceHidden]
internal sealed class ExecutionFlow(ExecutionFlow? before)
{
    private ExecutionContext? context = before?.context;

    public async Task<object?> RunAsync(Func<object?> call, CultureInfo culture)
    {
        object? result = null;
        var current = (context ?? ExecutionContext.Capture())!;
        ExecutionContext.Run(current, _ => result = RunHere(call, culture), null);
        return await AwaitAsync(result);
    }

    /// <summary>The context is taken where the binding returned: behind an await its changes would be gone.</summary>
    private object? RunHere(Func<object?> call, CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return call();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            context = ExecutionContext.Capture();
        }
    }

    private static async Task<object?> AwaitAsync(object? result)
    {
        switch (result)
        {
            case Task task:
                await task;
                return ResultOf(task);
            case ValueTask task:
                await task;
                return null;
            case not null when IsValueTask(result.GetType()):
                return await AwaitAsync(result.GetType().GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(result, null));
            default:
                return result;
        }
    }

    private static bool IsValueTask(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private static object? ResultOf(Task task) =>
        task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
}
