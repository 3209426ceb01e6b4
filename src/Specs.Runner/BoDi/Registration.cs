namespace Reqnroll.BoDi;

/// <summary>What a container answers requests with: a type and an optional name.</summary>
internal readonly record struct RegistrationKey(Type Type, string? Name);

/// <summary>One registration and the object it made.</summary>
internal sealed class Registration(Func<ObjectContainer, object> create) : IStrategyRegistration
{
    private readonly Lock creating = new();
    private bool perDependency;
    private object? made;

    public bool WasResolved { get; private set; }

    public static Registration Of(object instance) => new(_ => instance) { made = instance };

    public object Resolve(ObjectContainer asked, ObjectContainer owner)
    {
        WasResolved = true;
        if (perDependency)
        {
            return create(asked);
        }

        lock (creating)
        {
            return made ??= create(owner);
        }
    }

    public IStrategyRegistration InstancePerDependency()
    {
        perDependency = true;
        return this;
    }

    public IStrategyRegistration InstancePerContext()
    {
        perDependency = false;
        return this;
    }
}
