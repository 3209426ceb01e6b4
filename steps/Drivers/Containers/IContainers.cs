using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>What the suite asks of a container engine.</summary>
public interface IContainers : IDisposable
{
    /// <summary>Why no engine can be used; null where one answers within the limit.</summary>
    Task<string?> WhyNotAsync(TimeSpan limit);

    /// <summary>True where the engine has an image.</summary>
    Task<bool> HasImageAsync(string image);

    /// <summary>Makes and starts a container; returns its id.</summary>
    Task<string> RunAsync(ContainerPlan plan);

    /// <summary>Kills, starts or pauses a container.</summary>
    Task TellAsync(string id, ContainerOrder order);

    /// <summary>Removes a container with its volumes; one that is gone already is fine.</summary>
    Task RemoveAsync(string id);

    /// <summary>The containers with a label.</summary>
    Task<IReadOnlyList<(string Id, IReadOnlyDictionary<string, string> Labels)>> ListAsync(string label);
}

/// <summary>What a container can be told.</summary>
public enum ContainerOrder
{
    /// <summary>Signal 9.</summary>
    Kill,

    /// <summary>Start again.</summary>
    Start,

    /// <summary>Freeze every process.</summary>
    Pause,
}

/// <summary>How a container is made.</summary>
public sealed record ContainerPlan(string Image)
{
    /// <summary>Shared memory in bytes, enough for a database that builds an index with several processes.</summary>
    public const long SharedMemoryBytes = 512L << 20;

    /// <summary>Whoever the server runs as may write into such a folder, unless the image has one of that name: its rights would stay.</summary>
    internal const string MountOptions = "mode=1777";

    /// <summary>The address of this machine under which it is reached; nobody else reaches it.</summary>
    public const string HostAddress = "127.0.0.1";

    /// <summary>Variables of its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What it runs.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The port inside that this machine is to reach.</summary>
    public required int Port { get; init; }

    /// <summary>The port of this machine, which survives a restart.</summary>
    public required int HostPort { get; init; }

    /// <summary>Labels by which it is found again.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders that live in memory, where small databases are made in less than half the time; a stop empties them.</summary>
    public IReadOnlyList<string> InMemory { get; init; } = [];

    internal JsonNode ToJson() => new JsonObject
    {
        [nameof(Image)] = Image,
        ["Cmd"] = new JsonArray([.. Command.Select(word => JsonValue.Create(word))]),
        ["Env"] = new JsonArray([.. Variables.Select(pair => JsonValue.Create($"{pair.Key}={pair.Value}"))]),
        [nameof(Labels)] = new JsonObject(Labels.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
        ["ExposedPorts"] = new JsonObject { [$"{Port}/tcp"] = new JsonObject() },
        ["HostConfig"] = new JsonObject
        {
            ["PortBindings"] = new JsonObject
            {
                [$"{Port}/tcp"] = new JsonArray(new JsonObject
                {
                    ["HostIp"] = HostAddress,
                    [nameof(HostPort)] = HostPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }),
            },
            ["ShmSize"] = SharedMemoryBytes,
            ["Tmpfs"] = new JsonObject(InMemory.Select(folder => KeyValuePair.Create(folder, (JsonNode?)JsonValue.Create(MountOptions)))),
        },
    };
}
