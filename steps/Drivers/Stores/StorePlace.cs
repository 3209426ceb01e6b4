namespace Drivers;

/// <summary>Where the ledger of a scenario is, whatever kind of store holds the index: so that a moment of a sync can be met there.</summary>
public sealed class StorePlace(Workspace workspace, PostgresStore postgres, PostgresFaults faults, VectorServer vectors)
{
    /// <summary>The database, where one holds the index; null where a file does.</summary>
    public PostgresFaults? Database => postgres.IsUsed ? faults : null;

    /// <summary>The index file, or the local index beside a vector server; it need not be there yet.</summary>
    public string File => vectors.IsUsed ? vectors.LocalIndex : workspace.Store;

    /// <summary>A folder of the scenario.</summary>
    public string Folder(string name) => workspace.Folder(name);
}
