using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>What the suite asks of a container engine; another client of it may take the place of ours.</summary>
public interface IContainers
{
    /// <summary>True where the engine has an image.</summary>
    Task<bool> HasImageAsync(string image);

    /// <summary>Builds an image from a folder with a Dockerfile.</summary>
    Task BuildAsync(string image, string folder);

    /// <summary>Makes and starts a container; returns its id.</summary>
    Task<string> RunAsync(ContainerPlan plan);

    /// <summary>The port of this machine that leads to a port of the container.</summary>
    Task<int> PortAsync(string id, int inside);

    /// <summary>Runs a command in a container; it has to succeed.</summary>
    Task ExecAsync(string id, params IReadOnlyList<string> command);

    /// <summary>Kills, starts, pauses or wakes a container.</summary>
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

    /// <summary>Let them go on.</summary>
    Wake,
}

/// <summary>How a container is made.</summary>
public sealed record ContainerPlan(string Image)
{
    /// <summary>Variables of its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What it runs; null for what the image says.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The port inside that this machine is to reach.</summary>
    public int Port { get; init; }

    /// <summary>The port of this machine; 0 for any that is free. One that has to survive a restart is chosen.</summary>
    public int HostPort { get; init; }

    /// <summary>Labels by which it is found again.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>A folder in memory, with its options.</summary>
    public (string Folder, string Options)? Memory { get; init; }

    internal JsonNode ToJson() => new JsonObject
    {
        [nameof(Image)] = Image,
        ["Cmd"] = Command is null ? null : new JsonArray([.. Command.Select(word => JsonValue.Create(word))]),
        ["Env"] = new JsonArray([.. Variables.Select(pair => JsonValue.Create($"{pair.Key}={pair.Value}"))]),
        [nameof(Labels)] = new JsonObject(Labels.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
        ["ExposedPorts"] = new JsonObject { [$"{Port}/tcp"] = new JsonObject() },
        ["HostConfig"] = new JsonObject
        {
            ["PortBindings"] = new JsonObject
            {
                [$"{Port}/tcp"] = new JsonArray(new JsonObject
                {
                    ["HostIp"] = "127.0.0.1",
                    [nameof(HostPort)] = HostPort == 0 ? "" : HostPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }),
            },
            ["ShmSize"] = 512L << 20,
            ["Tmpfs"] = Memory is var (folder, options) ? new JsonObject { [folder] = options } : null,
        },
    };
}
