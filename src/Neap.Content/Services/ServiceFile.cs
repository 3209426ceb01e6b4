using System.Text.Json;
using Neap.Core;

namespace Neap.Content;

/// <summary>Reads the member <c>services</c> of a committed <c>.neap.json</c>; its other members are others' concern.</summary>
/// <example>
/// <code>
/// { "services": {
///     "catalog": "services/catalog",
///     "orders": { "path": "services/orders", "uses": ["libs/money"], "collection": "orders-eu" } } }
/// </code>
/// or <c>{ "services": "detect" }</c>, to take them from CODEOWNERS and the manifests of workspaces.
/// </example>
public static class ServiceFile
{
    /// <summary>The file's name, at the top of the repository.</summary>
    public const string Name = ".neap.json";

    private static readonly string[] Members = ["path", "uses", "collection"];

    private static readonly JsonDocumentOptions Reading = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>What the file says.</summary>
    /// <exception cref="NeapException">It is not JSON, or a service is not described as it must be.</exception>
    public static ServiceSource Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file, Reading);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("services", out var services)
                    ? Read(services)
                    : new ServiceSource.Declared([]);
        }
        catch (JsonException wrong)
        {
            throw Wrong($"is not JSON (line {wrong.LineNumber + 1})", wrong);
        }
    }

    private static ServiceSource Read(JsonElement services) => services.ValueKind switch
    {
        JsonValueKind.String when services.ValueEquals("detect") => new ServiceSource.Detected(),
        JsonValueKind.Object => new ServiceSource.Declared([.. services.EnumerateObject().Select(Service)]),
        _ => throw Wrong("has \"services\" that are neither an object nor \"detect\""),
    };

    private static Service Service(JsonProperty member)
    {
        var (name, value) = (member.Name, member.Value);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Wrong("has a service without a name");
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return new Service(name, name, Own(name, value), []);
        }

        if (value.EnumerateObject().FirstOrDefault(known => !Members.Contains(known.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw Wrong($"says \"{unknown.Name}\" of service {name}, which Neap does not know");
        }

        return new Service(
            name,
            value.TryGetProperty("collection", out var collection) ? Text(name, collection) : name,
            value.TryGetProperty("path", out var path) ? Own(name, path) : throw NoPath(name),
            value.TryGetProperty("uses", out var uses) ? Folders(name, uses) : []);
    }

    private static IReadOnlyList<RepoPath> Own(string service, JsonElement value) =>
        Folders(service, value) is { Count: > 0 } own ? own : throw NoPath(service);

    private static NeapException NoPath(string service) => Wrong($"says no \"path\" of service {service}");

    private static IReadOnlyList<RepoPath> Folders(string service, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(folder => Folder(service, folder))]
        : [Folder(service, value)];

    private static RepoPath Folder(string service, JsonElement value)
    {
        var text = Text(service, value);
        var plain = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
        return RepoPath.TryParse(plain.TrimEnd('/'), out var path)
            ? path
            : throw Wrong($"gives service {service} the folder \"{text}\", which is no folder inside the repository");
    }

    private static string Text(string service, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Wrong($"describes service {service} with something that is not text");

    private static NeapException Wrong(string what, JsonException? inner = null) => new(
        FailureKind.Usage,
        $"{Name} {what}.",
        "Nothing was done. A service is `\"name\": \"folder\"` or an object with \"path\", \"uses\" and \"collection\".",
        inner);
}

/// <summary>Where the services of a repository are described.</summary>
public abstract record ServiceSource
{
    private ServiceSource()
    {
    }

    /// <summary>One by one.</summary>
    /// <param name="Services">The services; none where the repository is not divided.</param>
    public sealed record Declared(IReadOnlyList<Service> Services) : ServiceSource;

    /// <summary>By the files that build tools and code reviews need anyway.</summary>
    public sealed record Detected : ServiceSource;
}
