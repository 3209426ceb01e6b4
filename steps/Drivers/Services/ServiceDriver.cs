using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drivers;

/// <summary>The services of a monorepo: what its <c>.neap.json</c> says, and which collection a file belongs to.</summary>
public sealed class ServiceDriver(RepoDriver repos)
{
    private const string File = ".neap.json";

    // Neap's own two files are no matter of these scenarios, so they stay out of every collection.
    private const string Unseen = ".neap.json\n.neapignore\n";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Dictionary<Repo, List<ServiceRow>> _all = [];

    private List<ServiceRow> Mine => _all[repos.Current];

    /// <summary>The collections of a repository, the rest's among them; only that one where no service is described.</summary>
    public IReadOnlyList<string> Collections(Repo repo, string rest) =>
        [.. Of(repo).Select(service => service.Collection).Append(rest).Distinct()];

    /// <summary>Commits the description of services.</summary>
    public void Describe(TextTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var isFirst = !_all.ContainsKey(repos.Current);
        _all[repos.Current] = [.. table.Read("SERVICE", "PATH", "USES", "COLLECTION").Select(row => new ServiceRow(
            row["SERVICE"], row.Or("COLLECTION", row["SERVICE"]), List(row["PATH"]), List(row["USES"])))];
        Commit("describe the services", isFirst ? [Write("add", ".neapignore", Unseen), Description("add")] : [Description("edit")]);
    }

    /// <summary>Commits that a service uses a folder of shared code.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="since"><c>now</c> or <c>no longer</c>.</param>
    /// <param name="folder">The folder.</param>
    public void Use(string service, string since, string folder)
    {
        var (uses, isNew) = (Find(service).Uses, since == "now");
        uses.Remove(folder);
        uses.AddRange(isNew ? [folder] : []);
        Commit($"{service} {(isNew ? "uses" : "leaves")} {folder}", [Description("edit")]);
    }

    /// <summary>Commits the end of a service.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="how"><c>dissolved</c>, where its files stay, or <c>removed with all its files</c>.</param>
    public void End(string service, string how)
    {
        var gone = Find(service);
        Mine.Remove(gone);
        var (verb, files) = how == "dissolved" ? ("dissolve", []) : ("retire", gone.Paths.Select(path => Write("delete", path, "")));
        Commit($"{verb} {service}", [.. files, Description("edit")]);
    }

    /// <summary>
    /// Whether a file belongs to a collection, worked out anew: its owner is the service with the longest folder around it;
    /// users of a folder around it see it unless it lies in a service further inside.
    /// </summary>
    public bool Belongs(Repo repo, string path, string collection, string rest)
    {
        var services = Of(repo);
        var own = Longest(services.SelectMany(service => service.Paths), path);
        var owners = services.Where(service => own is not null && service.Paths.Contains(own)
            || Longest(service.Uses, path) is { } used && (own is null || own.Length <= used.Length));
        return owners.Select(service => service.Collection).DefaultIfEmpty(rest).Contains(collection);
    }

    private static string? Longest(IEnumerable<string> folders, string path) =>
        folders.Where(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Length);

    private List<ServiceRow> Of(Repo repo) => _all.GetValueOrDefault(repo, []);

    private ServiceRow Find(string service) =>
        Mine.Find(row => row.Name == service) ?? throw new SpecException($"There is no service \"{service}\".");

    private void Commit(string message, IReadOnlyList<CommitRow> rows) =>
        repos.Commit([.. rows.Select(row => row with { Message = message })]);

    private static CommitRow Write(string change, string file, string content) =>
        new(Branch: "main", From: "", Message: "", change, file) { Content = content };

    private CommitRow Description(string change)
    {
        var services = new JsonObject(Mine.Select(service => KeyValuePair.Create(service.Name, (JsonNode?)new JsonObject
        {
            ["path"] = JsonSerializer.SerializeToNode(service.Paths),
            ["uses"] = JsonSerializer.SerializeToNode(service.Uses),
            ["collection"] = service.Collection,
        })));
        return Write(change, File, new JsonObject { ["services"] = services }.ToJsonString(Indented));
    }

    private static List<string> List(string cell) =>
        [.. cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private sealed record ServiceRow(string Name, string Collection, List<string> Paths, List<string> Uses);
}
