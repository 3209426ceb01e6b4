using Neap.Core;

namespace Neap.Sync;

/// <summary>Gives each repository the name that is its key in the index.</summary>
public static class RepositoryNames
{
    /// <summary>
    /// The name the index already knows the folder by; else the folder's name; else, where another living repository has
    /// that name, qualified by parent folders until it is free (<c>team/shop</c>).
    /// </summary>
    /// <param name="gitDirectory">The repository's git directory, absolute.</param>
    /// <param name="folderName">The name of its folder.</param>
    /// <param name="known">The repositories in the index.</param>
    /// <param name="isAlive">Whether a git directory is still a repository; a name whose repository is gone is free.</param>
    public static string Choose(
        string gitDirectory,
        string folderName,
        IReadOnlyList<KnownRepository> known,
        Func<string, bool> isAlive)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(isAlive);
        if (known.FirstOrDefault(repository => repository.GitDirectory == gitDirectory) is { } same)
        {
            return same.Name;
        }

        var taken = known.Where(repository => isAlive(repository.GitDirectory)).Select(repository => repository.Name).ToHashSet();
        return Candidates(gitDirectory, folderName).First(name => !taken.Contains(name));
    }

    private static IEnumerable<string> Candidates(string gitDirectory, string folderName)
    {
        var name = folderName;
        yield return name;
        var parent = Path.GetDirectoryName(WorkFolder(gitDirectory));
        while (!string.IsNullOrEmpty(parent) && Path.GetFileName(parent) is { Length: > 0 } segment)
        {
            name = $"{segment}/{name}";
            yield return name;
            parent = Path.GetDirectoryName(parent);
        }

        for (var number = 2; ; number++)
        {
            yield return $"{folderName}-{number}";
        }
    }

    private static string WorkFolder(string gitDirectory) =>
        Path.GetFileName(gitDirectory) == ".git" ? Path.GetDirectoryName(gitDirectory)! : gitDirectory;
}
