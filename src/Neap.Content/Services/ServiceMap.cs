using Neap.Core;

namespace Neap.Content;

/// <summary>Which collection a path of a monorepo belongs to.</summary>
/// <remarks>
/// The longest folder of a service that holds a path owns it. Shared code belongs to every service that uses it, but for
/// services that lie inside it. What no service owns or uses is the rest.
/// </remarks>
public sealed class ServiceMap
{
    /// <summary>Takes services whose folders differ.</summary>
    /// <exception cref="NeapException">Two services own the same folder.</exception>
    public ServiceMap(IReadOnlyList<Service> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Services = services;
        var twice = services.SelectMany(service => service.Paths.Distinct().Select(path => (path, service.Name)))
            .GroupBy(claim => claim.path)
            .FirstOrDefault(claims => claims.Count() > 1);
        if (twice is not null)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The services {string.Join(" and ", twice.Select(claim => claim.Name))} both own {twice.Key}.",
                "Nothing was done. Give the folder to one of them, and let the others name it under \"uses\".");
        }
    }

    /// <summary>The services, in the order they were given.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>The scope of each collection, the rest's among them.</summary>
    /// <param name="rest">The collection of what no service owns or uses.</param>
    public IReadOnlyDictionary<string, PathScope> Scopes(string rest)
    {
        if (Services.Count == 0)
        {
            return new Dictionary<string, PathScope> { [rest] = PathScope.Everything };
        }

        var claims = Services.GroupBy(service => service.Collection).ToDictionary(group => group.Key, Claims);
        var inside = Inside(claims);
        return claims.Where(claim => claim.Key != rest)
            .Select(claim => KeyValuePair.Create(claim.Key, PathScope.Of(claim.Value, [.. inside[claim.Key]])))
            .Prepend(KeyValuePair.Create(rest, RestScope(rest)))
            .ToDictionary();
    }

    /// <summary>For each collection the folders below its own that services of other collections own.</summary>
    private ILookup<string, RepoPath> Inside(IReadOnlyDictionary<string, RepoPath[]> claims)
    {
        var claimants = claims.SelectMany(claim => claim.Value.Select(folder => (Folder: folder, Collection: claim.Key)))
            .ToLookup(claim => claim.Folder, claim => claim.Collection);
        return Services
            .SelectMany(service => service.Paths.Select(path => (Path: path, service.Collection)))
            .SelectMany(owned => Above(owned.Path).SelectMany(folder => claimants[folder])
                .Where(collection => collection != owned.Collection)
                .Select(collection => (Collection: collection, owned.Path)))
            .ToLookup(owned => owned.Collection, owned => owned.Path);
    }

    /// <summary>The folders that hold a path, the nearest first.</summary>
    private static IEnumerable<RepoPath> Above(RepoPath path)
    {
        while (!path.Folder.IsEmpty)
        {
            path = RepoPath.FromGit(path.Folder);
            yield return path;
        }
    }

    private PathScope RestScope(string rest) => PathScope.Rest(
        Claims(Services.Where(service => service.Collection == rest)), Claims(Others(rest)));

    private IEnumerable<Service> Others(string collection) => Services.Where(service => service.Collection != collection);

    private static RepoPath[] Claims(IEnumerable<Service> services) =>
        [.. services.SelectMany(service => service.Paths.Concat(service.Uses)).Distinct()];
}
