using Specs.Drawings;

namespace Drivers;

/// <summary>The commit graph of a repository after an event, with what the index equals.</summary>
internal static class RepositoryEvidence
{
    private const int Shown = 14;
    private const string Branches = "refs/heads/";

    /// <summary>The picture; null where the repository has no commit.</summary>
    /// <param name="repo">The repository.</param>
    /// <param name="before">The commit that the index equalled before the event; empty for none.</param>
    /// <param name="now">The commit that it equals now; empty for none.</param>
    public static RepositoryPicture? Of(Repo repo, string before, string now)
    {
        var log = CommitLog.Read(repo, [.. new[] { before, now }.Where(id => id.Length > 0)]);
        if (log.Commits.Count == 0)
        {
            return null;
        }

        var branches = log.Names.Keys.Where(name => name.StartsWith(Branches, StringComparison.Ordinal))
            .Select(name => name[Branches.Length..])
            .OrderBy(name => name != (repo.Branch ?? "main")).ThenBy(name => name, StringComparer.Ordinal).ToList();
        var laneOf = Lanes(log, branches);
        var known = Reachable(log, before);
        var indexed = Reachable(log, now);
        var used = log.Commits.Take(Shown).Select(commit => laneOf[commit.Id]).Distinct().Order().ToList();
        return new RepositoryPicture
        {
            Repository = repo.Name,
            Lanes = [.. used.Select(lane => lane < branches.Count ? branches[lane] : "")],
            Commits = [.. log.Commits.Take(Shown).Reverse().Select(commit => new PictureCommit
            {
                Id = Short(commit.Id),
                Message = commit.Message,
                Lane = used.IndexOf(laneOf[commit.Id]),
                Parents = [.. commit.Parents.Select(Short)],
                IsNew = indexed.Contains(commit.Id) && !known.Contains(commit.Id),
            })],
            Names = [.. log.Names.Where(name => !name.Key.StartsWith(Branches, StringComparison.Ordinal))
                .Select(name => new PictureName { Name = Path.GetFileName(name.Key), Commit = Short(name.Value) })],
            Earlier = Math.Max(0, log.Commits.Count - Shown),
            Before = Short(before),
            Now = Short(now),
        };
    }

    /// <summary>A commit lies on the lane of the first branch that has it on its own line of history.</summary>
    private static Dictionary<string, int> Lanes(CommitLog log, List<string> branches)
    {
        var lanes = new Dictionary<string, int>();
        for (var lane = 0; lane < branches.Count; lane++)
        {
            for (var at = Find(log, log.Names[Branches + branches[lane]]); at is not null && lanes.TryAdd(at.Id, lane);)
            {
                at = at.Parents.Count > 0 ? Find(log, at.Parents[0]) : null;
            }
        }

        foreach (var commit in log.Commits)
        {
            lanes.TryAdd(commit.Id, branches.Count);
        }

        return lanes;
    }

    private static HashSet<string> Reachable(CommitLog log, string from)
    {
        var found = new HashSet<string>();
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var id))
        {
            if (Find(log, id) is { } commit && found.Add(id))
            {
                commit.Parents.ToList().ForEach(waiting.Push);
            }
        }

        return found;
    }

    private static LoggedCommit? Find(CommitLog log, string id) => log.Commits.FirstOrDefault(commit => commit.Id == id);

    private static string Short(string id) => id.Length > 10 ? id[..10] : id;
}
