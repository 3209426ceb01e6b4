namespace Reqnroll.Assist;

/// <summary>The retrievers and comparers of the suite, asked before the built-in ones; the latest first.</summary>
public sealed class Service
{
    private Service()
    {
    }

    /// <summary>The one service of the process, as Reqnroll has it.</summary>
    public static Service Instance { get; } = new();

    /// <summary>The retrievers that were registered.</summary>
    public ServiceList<IValueRetriever> ValueRetrievers { get; } = new();

    /// <summary>The comparers that were registered.</summary>
    public ServiceList<IValueComparer> ValueComparers { get; } = new();

    /// <summary>Forgets everything that was registered.</summary>
    public void RestoreDefaults()
    {
        ValueRetrievers.Clear();
        ValueComparers.Clear();
    }
}
