using LibGit2Sharp;

namespace Drivers;

/// <summary>Names and newest commits of a repository, by libgit2 where it can read it and by git itself where it cannot.</summary>
internal sealed record CommitLog(IReadOnlyDictionary<string, string> Names, IReadOnlyList<LoggedCommit> Commits)
{
    private const int Most = 40;

    /// <summary>Reads a repository; commits that only the index remembers are asked for by id.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="remembered">Commits that may have lost their branch.</param>
    public static CommitLog Read(Repo repo, IReadOnlyList<string> remembered) =>
        repo.Objects is LibGitObjects objects && !File.Exists(Path.Combine(repo.GitFolder, "shallow"))
            ? ReadWithLibrary(objects.Repository, remembered)
            : ReadWithGit(repo, remembered);

    private static CommitLog ReadWithLibrary(Repository repository, IReadOnlyList<string> remembered)
    {
        var names = repository.Refs
            .Where(reference => IsName(reference.CanonicalName))
            .Select(reference => (reference.CanonicalName, Commit: CommitOf(repository, reference)))
            .Where(name => name.Commit is not null)
            .ToDictionary(name => name.CanonicalName, name => name.Commit!.Sha);
        var detached = repository.Info.IsHeadDetached ? new[] { repository.Head.Tip.Sha } : [];
        var tips = names.Values.Concat(detached).Concat(remembered.Where(id => repository.Lookup<Commit>(id) is not null)).Distinct().ToList();
        if (tips.Count == 0)
        {
            return new CommitLog(names, []);
        }

        var log = repository.Commits.QueryBy(new CommitFilter
        {
            IncludeReachableFrom = tips,
            SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time,
        });
        return new CommitLog(names, [.. log.Take(Most).Select(commit =>
            new LoggedCommit(commit.Sha, [.. commit.Parents.Select(parent => parent.Sha)], commit.MessageShort))]);
    }

    private static Commit? CommitOf(Repository repository, Reference reference) =>
        reference.ResolveToDirectReference() is { } direct ? repository.Lookup(direct.TargetIdentifier)?.Peel<Commit>() : null;

    private static CommitLog ReadWithGit(Repo repo, IReadOnlyList<string> remembered)
    {
        var names = Lines(repo.Git("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags"))
            .Select(line => line.Split(' ', 2)).ToDictionary(fields => fields[1], fields => fields[0]);
        if (names.Count == 0)
        {
            return new CommitLog(names, []);
        }

        string[] arguments = ["log", "--topo-order", "--ignore-missing", $"--max-count={Most}", "--format=%H%x09%P%x09%s"];
        var log = repo.Git([.. arguments, .. names.Values.Concat(remembered).Distinct(), "--"]);
        return new CommitLog(names, [.. Lines(log).Select(line => line.Split('\t', 3)).Select(fields =>
            new LoggedCommit(fields[0], fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), fields[2]))]);
    }

    private static bool IsName(string reference) =>
        reference.StartsWith("refs/heads/", StringComparison.Ordinal) || reference.StartsWith("refs/tags/", StringComparison.Ordinal);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
