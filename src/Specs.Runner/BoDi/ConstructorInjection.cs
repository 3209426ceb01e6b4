using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Reqnroll.BoDi;

/// <summary>Creates an object with its longest constructor.</summary>
internal static class ConstructorInjection
{
    [ThreadStatic]
    private static Stack<Type>? underway;

    public static object Create(ObjectContainer container, Type type)
    {
        underway ??= new();
        if (underway.Contains(type))
        {
            throw new ObjectContainerException($"{Path(type)} need each other in a circle.");
        }

        underway.Push(type);
        try
        {
            var constructor = LongestConstructor(type);
            var arguments = constructor.GetParameters().Select(parameter => container.Resolve(parameter.ParameterType));
            return constructor.Invoke(arguments.ToArray());
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
            throw;
        }
        finally
        {
            underway.Pop();
        }
    }

    private static ConstructorInfo LongestConstructor(Type type)
    {
        if (type.IsInterface || type.IsAbstract || type.IsPrimitive || type == typeof(string))
        {
            throw new ObjectContainerException($"{Path(type)} cannot be created; register it in the container.");
        }

        var constructors = type.GetConstructors();
        if (constructors.Length == 0)
        {
            throw new ObjectContainerException($"{Path(type)} has no public constructor.");
        }

        return constructors.MaxBy(constructor => constructor.GetParameters().Length)!;
    }

    private static string Path(Type type) =>
        string.Join(" -> ", underway!.Reverse().Append(type).Distinct().Select(step => step.FullName));
}
