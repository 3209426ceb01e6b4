namespace Drivers;

/// <summary>What a vector server keeps, seen and touched behind the product's back.</summary>
public interface IPointKeeper
{
    /// <summary>Everything that is kept.</summary>
    IEnumerable<(string Collection, KeptPoint Point)> All { get; }

    /// <summary>Inserts or replaces.</summary>
    void Put(string collection, KeptPoint point);

    /// <summary>Removes every collection that Neap made.</summary>
    void Clear();

    /// <summary>Deletes; one that is not there is fine.</summary>
    void Remove(string collection, string id);
}
