namespace Drivers;

/// <summary>The vector server of a scenario: a stand-in that keeps the published contract.</summary>
public sealed class VectorServer(Workspace workspace) : IDisposable
{
    private readonly KeptPoints _kept = new();
    private StandIn? _standIn;

    /// <summary>True where the index is kept there.</summary>
    public bool IsUsed => _standIn is not null;

    /// <summary>The server.</summary>
    public StandIn Server => _standIn ?? throw new SpecException("The index is not kept on a vector server.");

    /// <summary>The local index beside the server; made by the first sync.</summary>
    public string LocalIndex
    {
        get
        {
            var folder = new DirectoryInfo(Path.Combine(workspace.Folder("data"), "neap"));
            return folder.Exists && folder.GetFiles("server-*.db") is [var only] ? only.FullName : Path.Combine(folder.FullName, "none.db");
        }
    }

    /// <summary>Starts it, and has all later commands keep the index there.</summary>
    public void Use(string kind)
    {
        _standIn = kind == "Qdrant"
            ? new StandIn(QdrantContract.Label, QdrantContract.Over(_kept))
            : new StandIn(WeaviateContract.Label, WeaviateContract.Over(_kept));
        workspace.Address = $"{kind.ToLowerInvariant()}+http://127.0.0.1:{_standIn.Port}";
        workspace.Variables["NEAP_STORE"] = workspace.Address;
        workspace.Variables["XDG_DATA_HOME"] = workspace.Folder("data");
    }

    /// <summary>From now on the server asks for a key, which commands know.</summary>
    public void AskForKey(string key)
    {
        Server.Key = key;
        workspace.Variables["NEAP_STORE_PASSWORD"] = key;
    }

    /// <summary>Makes what a table FILE | DRIFT says, behind the product's back.</summary>
    public void Spoil(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Read("FILE", "DRIFT"))
        {
            Spoil(row["DRIFT"], Convert.ToHexStringLower(PathText.Bytes(PathText.Read(row["FILE"]))));
        }
    }

    /// <summary>The server keeps exactly this many points.</summary>
    public void ShouldKeep(int points)
    {
        if (_kept.All.Count() != points)
        {
            throw new SpecException($"The server keeps {_kept.All.Count()} points instead of {points}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _standIn?.Dispose();

    private void Spoil(string drift, string key)
    {
        var (collection, point) = _kept.All.FirstOrDefault(
            one => drift == "ghost" || one.Point.Fields["path_key"]!.GetValue<string>() == key);
        switch (drift)
        {
            case "missing":
                _kept.Remove(collection, point.Id);
                break;
            case "ghost":
                var fields = (System.Text.Json.Nodes.JsonObject)point.Fields.DeepClone();
                fields["path_key"] = key;
                _kept.Put(collection, new KeptPoint(Guid.NewGuid().ToString(), point.Vector, fields));
                break;
            case "wrong text":
                point.Fields["sha256"] = new string('0', 64);
                break;
            case "wrong vector":
                _kept.Put(collection, point with { Vector = [.. point.Vector.Select(number => number * 2)] });
                break;
            default:
                throw new SpecException($"Nobody knows the drift \"{drift}\" of a vector server.");
        }
    }
}
