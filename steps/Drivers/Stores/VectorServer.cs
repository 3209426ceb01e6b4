namespace Drivers;

/// <summary>
/// The vector server of a scenario: a stand-in that keeps the published contract, or, behind it, the real server that
/// <c>SPECS_QDRANT_URL</c> or <c>SPECS_WEAVIATE_URL</c> names, which scenarios use one after the other.
/// </summary>
public sealed class VectorServer(Workspace workspace) : IDisposable
{
    private const string DataFolder = "XDG_DATA_HOME";

    private static readonly SemaphoreSlim Turn = new(1, 1);

    private IPointKeeper _kept = new KeptPoints();
    private StandIn? _standIn;
    private LiveServer? _live;
    private TlsFront? _front;

    /// <summary>True where the index is kept there.</summary>
    public bool IsUsed => _standIn is not null;

    /// <summary>The server.</summary>
    public StandIn Server => _standIn ?? throw new SpecException("The index is not kept on a vector server.");

    /// <summary>The local index beside the server; made by the first sync.</summary>
    public string LocalIndex
    {
        get
        {
            var folder = new DirectoryInfo(Path.Combine(workspace.Variables[DataFolder], "neap"));
            return folder.Exists && folder.GetFiles("server-*.db") is [var only] ? only.FullName : Path.Combine(folder.FullName, "none.db");
        }
    }

    /// <summary>Removes the local index, as a new machine has none; what the server keeps stays.</summary>
    public void LoseLocalIndex()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(LocalIndex)!, Path.GetFileName(LocalIndex) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Starts it, and has all later commands keep the index there.</summary>
    public async Task UseAsync(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var name = kind.ToLowerInvariant();
        var kept = new KeptPoints();
        _kept = kept;
        var (label, contract) = kind == "Qdrant"
            ? (QdrantContract.Label, QdrantContract.Over(kept))
            : (WeaviateContract.Label, WeaviateContract.Over(kept));
        _standIn = await Capabilities.WhyNotAsync($"needs.{name}") is null
            ? await BeforeAsync(name == "qdrant" ? new LiveQdrant(Address(name)) : new LiveWeaviate(Address(name)), contract)
            : new StandIn(label, contract);
        workspace.Address = $"{name}+http://127.0.0.1:{_standIn.Port}";
        workspace.Variables["NEAP_STORE"] = workspace.Address;
        Move("the first");
    }

    /// <summary>From now on commands run on a machine, each with a local index of its own.</summary>
    /// <param name="machine">Such as <c>the first</c> or <c>another</c>.</param>
    /// <returns>The folder of the local index.</returns>
    public string Move(string machine) => workspace.Variables[DataFolder] = workspace.Folder($"data of {machine} machine");

    /// <summary>From now on commands are given the server's address in another form.</summary>
    /// <param name="how"><c>ends with a slash</c> or <c>is written in capitals</c>.</param>
    public void Write(string how) => workspace.Variables["NEAP_STORE"] = workspace.Address =
        how == "ends with a slash" ? workspace.Address + "/" : workspace.Address.ToUpperInvariant();

    /// <summary>From now on the server asks for a key, which commands know.</summary>
    public void AskForKey(string key)
    {
        Server.Key = key;
        workspace.Variables["NEAP_STORE_PASSWORD"] = key;
    }

    /// <summary>From now on commands reach the server through an encrypted line.</summary>
    /// <param name="scheme">How its address begins, such as <c>qdrant://</c>.</param>
    /// <param name="isKnown">Whether the machine's file of authorities has the certificate that the line is encrypted with.</param>
    public void Encrypt(string scheme, bool isKnown)
    {
        _front ??= new TlsFront(Server.Port);
        var authorities = workspace.Folder("authorities.pem");
        using var stranger = new TlsCertificate("somebody else");
        File.WriteAllText(authorities, isKnown ? _front.Certificate : stranger.Pem);
        workspace.Variables["SSL_CERT_FILE"] = authorities;
        workspace.Variables["NEAP_STORE"] = workspace.Address = $"{scheme}127.0.0.1:{_front.Port}";
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

    /// <summary>Removes all that the server keeps, as whoever looks after it may.</summary>
    public void Lose() => _kept.Clear();

    /// <summary>The server keeps exactly this many points.</summary>
    public void ShouldKeep(int points)
    {
        _kept.All.Count().Should().Be(points, "so many points are kept by the server");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _front?.Dispose();
        _standIn?.Dispose();
        if (_live is not null)
        {
            _live.Clear();
            _live.Dispose();
            Turn.Release();
        }
    }

    private async Task<StandIn> BeforeAsync(LiveServer live, IReadOnlyList<PublishedCall> contract)
    {
        await Turn.WaitAsync();
        _live = live;
        _kept = live;
        live.Clear();
        return new StandIn("a real server is held to the published contract", live.Behind(contract));
    }

    private static Uri Address(string name) => new(Environment.GetEnvironmentVariable(Capabilities.AddressVariable(name))!);

    private void Spoil(string drift, string key)
    {
        var (collection, point) = _kept.All.FirstOrDefault(
            one => drift == "ghost" || one.Point.Fields["path_key"]!.GetValue<string>() == key);
        switch (drift)
        {
            case "missing words":
                IndexDatabase.Execute(LocalIndex, "INSERT INTO lexical_1(lexical_1) VALUES('delete-all')");
                break;
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
                _kept.Put(collection, point);
                break;
            case "wrong vector":
                _kept.Put(collection, point with { Vector = [.. point.Vector.Select(number => number * 2)] });
                break;
            default:
                throw new SpecException($"Nobody knows the drift \"{drift}\" of a vector server.");
        }
    }
}
