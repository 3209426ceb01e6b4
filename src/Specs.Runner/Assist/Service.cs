using System.Collections.Concurrent;

namespace Reqnroll.Assist;

/// <summary>The value retrievers of the suite, asked before the built-in ones; the latest first.</summary>
public sealed class Service
{
    private Service()
    {
    }

    /// <summary>The one service of the process, as Reqnroll has it.</summary>
    public static Service Instance { get; } = new();

    /// <summary>The retrievers that were registered.</summary>
    public ValueRetrieverList ValueRetrievers { get; } = new();
}

/// <summary>Retrievers that features running side by side may read while one registers another.</summary>
public sealed class ValueRetrieverList
{
    private readonly ConcurrentStack<IValueRetriever> retrievers = new();

    internal ValueRetrieverList()
    {
    }

    /// <summary>Adds a retriever.</summary>
    public void Register(IValueRetriever retriever) => retrievers.Push(retriever);

    internal IValueRetriever? Find(KeyValuePair<string, string> cell, Type target, Type property) =>
        retrievers.FirstOrDefault(retriever => retriever.CanRetrieve(cell, target, property));
}
