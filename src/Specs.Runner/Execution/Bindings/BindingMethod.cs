using System.Reflection;

namespace Reqnroll.Execution;

/// <summary>A method of a binding class.</summary>
internal sealed record BindingMethod(MethodInfo Method)
{
    public Type[] ParameterTypes { get; } =
        Method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();

    /// <summary>What the method gives once it has been awaited.</summary>
    public Type ReturnType => Method.ReturnType is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GenericTypeArguments[0]
            : Method.ReturnType;

    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    public override string ToString() => $"{Name}({string.Join(", ", ParameterTypes.Select(type => type.Name))})";
}
