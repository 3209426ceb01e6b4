using LibGit2Sharp;

namespace Drivers;

/// <summary>Objects and refs through libgit2, in process: a commit costs well under a millisecond.</summary>
internal sealed class LibGitObjects(string folder, GitCommand git) : IGitObjects
{
    private readonly Dictionary<string, IReadOnlyList<TreeItem>> _oddTrees = [];

    public Repository Repository { get; } = Open(folder);

    public string Write(string kind, byte[] bytes) => kind switch
    {
        "blob" => Repository.ObjectDatabase.Write<Blob>(bytes).Sha,
        "tree" => Repository.ObjectDatabase.Write<Tree>(bytes).Sha,
        "commit" => Repository.ObjectDatabase.Write<Commit>(bytes).Sha,
        _ => Repository.ObjectDatabase.Write<TagAnnotation>(bytes).Sha,
    };

    public byte[]? TryReadBlob(string id)
    {
        if (Repository.Lookup<Blob>(new ObjectId(id)) is not { } blob)
        {
            return null;
        }

        using var stream = blob.GetContentStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public IReadOnlyList<TreeItem> ReadTree(string id)
    {
        if (_oddTrees.TryGetValue(id, out var known))
        {
            return known;
        }

        var items = Find<Tree>(id)
            .Select(item => new TreeItem(item.Name, Convert.ToString((int)item.Mode, 8), item.Target.Sha)).ToList();

        // LibGit2Sharp replaces bytes that are not UTF-8; only git itself can say what they were.
        return items.Exists(item => item.Name.Contains('\uFFFD', StringComparison.Ordinal))
            ? _oddTrees[id] = GitObjects.ListTree(git, folder, id)
            : items;
    }

    public string TreeOf(string commit) => Find<Commit>(commit).Tree.Sha;

    public IReadOnlyList<string> ParentsOf(string commit) => [.. Find<Commit>(commit).Parents.Select(p => p.Sha)];

    public string? Resolve(string reference)
    {
        var target = Repository.Refs[reference]?.ResolveToDirectReference();
        return target is null ? null : Repository.Lookup(target.TargetIdentifier)?.Peel<Commit>().Sha;
    }

    public void Point(string reference, string commit) =>
        Repository.Refs.Add(reference, new ObjectId(commit), allowOverwrite: true);

    public void Remove(string reference) => Repository.Refs.Remove(reference);

    public void Dispose() => Repository.Dispose();

    public T Find<T>(string id)
        where T : GitObject =>
        Repository.Lookup<T>(new ObjectId(id)) ?? throw new SpecException($"The repository has no {typeof(T).Name} {id}.");

    private static Repository Open(string folder)
    {
        GitLibrary.EnsureReady();
        return new Repository(folder);
    }
}
