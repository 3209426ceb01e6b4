using System.Reflection;

namespace Reqnroll.BoDi;

/// <summary>Answers requests for a dictionary by name: all registrations of a type.</summary>
internal static class NamedInstances
{
    private static readonly MethodInfo Collect =
        typeof(NamedInstances).GetMethod(nameof(CollectNamed), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static object? Create(ObjectContainer container, Type type)
    {
        var isDictionary = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>);
        if (!isDictionary || type.GenericTypeArguments[0] != typeof(string))
        {
            return null;
        }

        return Collect.MakeGenericMethod(type.GenericTypeArguments[1]).Invoke(null, [container]);
    }

    private static Dictionary<string, T> CollectNamed<T>(ObjectContainer container) =>
        container.Named(typeof(T)).ToDictionary(found => found.Key, found => (T)found.Value);
}
