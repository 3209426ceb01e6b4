using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Reqnroll.BoDi;

namespace Reqnroll.Execution;

/// <summary>Calls binding methods on objects of a container, in the culture of the feature.</summary>
[StackTraceHidden]
internal sealed class BindingInvoker(IObjectContainer container, ExecutionFlow flow, CultureInfo culture)
{
    public CultureInfo Culture => culture;

    public Task<object?> InvokeAsync(BindingMethod method, object?[] arguments) =>
        flow.RunAsync(() => Call(method.Method, arguments), culture);

    /// <summary>Hooks take their parameters from the container.</summary>
    public Task<object?> InvokeHookAsync(BindingMethod method) => flow.RunAsync(
        () => Call(method.Method, method.ParameterTypes.Select(type => container.Resolve(type)).ToArray()),
        culture);

    private object? Call(MethodInfo method, object?[] arguments)
    {
        var target = method.IsStatic ? null : container.Resolve(method.ReflectedType!);
        return method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, culture);
    }
}
