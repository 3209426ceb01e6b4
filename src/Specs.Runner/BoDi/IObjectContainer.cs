namespace Reqnroll.BoDi;

/// <summary>Creates and keeps the objects that steps and hooks ask for.</summary>
/// <remarks>
/// Containers form a line: run, worker, feature, scenario. An object is looked for upwards; a class nobody registered
/// is created in the container that was asked and stays there.
/// </remarks>
public interface IObjectContainer : IDisposable
{
    /// <summary>Raised after the container has created an object.</summary>
    event Action<object> ObjectCreated;

    /// <summary>Answers requests for the interface with an object of the type.</summary>
    IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface;

    /// <summary>Answers requests for the interface with an object of the type.</summary>
    IStrategyRegistration RegisterTypeAs(Type implementationType, Type interfaceType, string? name = null);

    /// <summary>Answers requests for the interface with this object.</summary>
    void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class;

    /// <summary>Answers requests for the interface with this object.</summary>
    void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false);

    /// <summary>Answers requests for the interface with what the factory makes.</summary>
    IStrategyRegistration RegisterFactoryAs<TInterface>(
        Func<IObjectContainer, TInterface> factory, string? name = null);

    /// <summary>The object for a type.</summary>
    T Resolve<T>();

    /// <summary>The object for a type and a name.</summary>
    T Resolve<T>(string? name);

    /// <summary>The object for a type and a name.</summary>
    object Resolve(Type typeToResolve, string? name = null);

    /// <summary>The objects of all registrations for a type, whatever their names.</summary>
    IEnumerable<T> ResolveAll<T>()
        where T : class;

    /// <summary>Whether a type and name are registered here or above.</summary>
    bool IsRegistered<T>(string? name = null);

    /// <summary>Whether a type and name are registered here or above.</summary>
    bool IsRegistered(Type type, string? name = null);
}
