using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>What a context remembers by name or by type.</summary>
public abstract class ReqnrollContext : Dictionary<string, object?>, IDisposable
{
    private protected ReqnrollContext()
    {
    }

    /// <summary>The error that ended the tests of this context, if any.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>The value that was remembered for its type.</summary>
    public T Get<T>() => Get<T>(KeyOf<T>());

    /// <summary>The value that was remembered under a name.</summary>
    public T Get<T>(string key) => (T)this[key]!;

    /// <summary>The value that was remembered under a name, typed by its factory.</summary>
    public T Get<T>(Func<T> factory) => Get<T>();

    /// <summary>Remembers a value for its type.</summary>
    public void Set<T>(T data) => this[KeyOf<T>()] = data;

    /// <summary>Remembers a value under a name.</summary>
    public void Set<T>(T data, string key) => this[key] = data;

    /// <summary>Asks for the value that was remembered for its type.</summary>
    public bool TryGetValue<TValue>([MaybeNullWhen(false)] out TValue value) => TryGetValue(KeyOf<TValue>(), out value);

    /// <summary>Asks for the value that was remembered under a name.</summary>
    public bool TryGetValue<TValue>(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var known = base.TryGetValue(key, out var found);
        value = known ? (TValue)found! : default;
        return known;
    }

    /// <summary>Containers dispose contexts with everything else they created.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
