using System.Collections;
using System.Collections.Immutable;

namespace Reqnroll.Assist;

/// <summary>What was registered; features running side by side may read while one registers another.</summary>
public sealed class ServiceList<T> : IEnumerable<T>
    where T : class
{
    private ImmutableList<T> items = [];

    internal ServiceList()
    {
    }

    /// <summary>Adds one, to be asked before those added earlier.</summary>
    public void Register(T item) =>
        ImmutableInterlocked.Update(ref items, (list, added) => list.Insert(0, added), item);

    /// <summary>Adds a new one of a type.</summary>
    public void Register<TItem>()
        where TItem : T, new() => Register(new TItem());

    /// <summary>Takes one out again.</summary>
    public void Unregister(T item) => ImmutableInterlocked.Update(ref items, (list, gone) => list.Remove(gone), item);

    /// <summary>Takes out all of a type.</summary>
    public void Unregister<TItem>()
        where TItem : T => ImmutableInterlocked.Update(ref items, list => list.RemoveAll(item => item is TItem));

    /// <summary>Takes out all of one type and adds a new one of another.</summary>
    public void Replace<TOld, TNew>()
        where TOld : T
        where TNew : T, new()
    {
        Unregister<TOld>();
        Register<TNew>();
    }

    /// <summary>Takes out all.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref items, list => list.Clear());

    /// <summary>The latest first.</summary>
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
