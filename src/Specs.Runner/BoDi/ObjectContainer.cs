using System.Collections.Concurrent;

namespace Reqnroll.BoDi;

/// <summary>The container: constructor injection, one object a type, disposal in the order of creation.</summary>
public sealed class ObjectContainer : IObjectContainer
{
    private readonly ObjectContainer? parent;
    private readonly ConcurrentDictionary<RegistrationKey, Registration> registrations = [];
    private readonly List<IDisposable> disposables = [];
    private bool disposed;

    /// <summary>A container below another, or the topmost one.</summary>
    public ObjectContainer(IObjectContainer? baseContainer = null)
    {
        parent = (ObjectContainer?)baseContainer;
        RegisterInstanceAs<IObjectContainer>(this);
    }

    /// <inheritdoc/>
    public event Action<object>? ObjectCreated;

    /// <inheritdoc/>
    public IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface => RegisterTypeAs(typeof(TType), typeof(TInterface), name);

    /// <inheritdoc/>
    public IStrategyRegistration RegisterTypeAs(Type implementationType, Type interfaceType, string? name = null)
    {
        var own = new RegistrationKey(implementationType, name);
        return Register(new(interfaceType, name), new Registration(container => implementationType == interfaceType
            ? container.Create(implementationType)
            : container.ResolveOwn(own)));
    }

    /// <inheritdoc/>
    public void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class => RegisterInstanceAs(instance, typeof(TInterface), name, dispose);

    /// <inheritdoc/>
    public void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        Register(new(interfaceType, name), Registration.Of(instance));
        if (dispose && instance is IDisposable disposable)
        {
            disposables.Add(disposable);
        }
    }

    /// <inheritdoc/>
    public IStrategyRegistration RegisterFactoryAs<TInterface>(
        Func<IObjectContainer, TInterface> factory, string? name = null) =>
        Register(new(typeof(TInterface), name), new Registration(container => container.Keep(factory(container)!)));

    /// <inheritdoc/>
    public T Resolve<T>() => (T)Resolve(typeof(T));

    /// <inheritdoc/>
    public T Resolve<T>(string? name) => (T)Resolve(typeof(T), name);

    /// <inheritdoc/>
    public object Resolve(Type typeToResolve, string? name = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var key = new RegistrationKey(typeToResolve, name);
        return Find(key) is var (owner, registration)
            ? registration.Resolve(this, owner)
            : NamedInstances.Create(this, typeToResolve) ?? ResolveOwn(key);
    }

    /// <inheritdoc/>
    public IEnumerable<T> ResolveAll<T>()
        where T : class => Named(typeof(T)).Select(found => (T)found.Value).ToArray();

    /// <inheritdoc/>
    public bool IsRegistered<T>(string? name = null) => IsRegistered(typeof(T), name);

    /// <inheritdoc/>
    public bool IsRegistered(Type type, string? name = null) => Find(new(type, name)) is not null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        foreach (var disposable in disposables)
        {
            disposable.Dispose();
        }
    }

    internal IEnumerable<KeyValuePair<string, object>> Named(Type type)
    {
        var names = new HashSet<string>();
        for (var container = this; container is not null; container = container.parent)
        {
            names.UnionWith(container.registrations.Keys.Where(key => key.Type == type).Select(key => key.Name ?? ""));
        }

        return names.Select(name => KeyValuePair.Create(name, Resolve(type, name.Length == 0 ? null : name)));
    }

    private (ObjectContainer Owner, Registration Registration)? Find(RegistrationKey key)
    {
        for (var container = this; container is not null; container = container.parent)
        {
            if (container.registrations.TryGetValue(key, out var found))
            {
                return (container, found);
            }
        }

        return null;
    }

    private Registration Register(RegistrationKey key, Registration registration)
    {
        if (registrations.TryGetValue(key, out var known) && known.WasResolved)
        {
            throw new ObjectContainerException($"{key.Type.FullName} was already resolved; register it earlier.");
        }

        registrations[key] = registration;
        return registration;
    }

    /// <summary>A class nobody registered stays in the container that was asked for it.</summary>
    private object ResolveOwn(RegistrationKey key)
    {
        if (!registrations.TryGetValue(key, out var registration))
        {
            registration = Register(key, new Registration(container => container.Create(key.Type)));
        }

        return registration.Resolve(this, this);
    }

    private object Create(Type type) => Keep(ConstructorInjection.Create(this, type));

    private object Keep(object created)
    {
        if (created is IDisposable disposable)
        {
            disposables.Add(disposable);
        }

        ObjectCreated?.Invoke(created);
        return created;
    }
}
