namespace Neap.Changes;

/// <summary>Finds the repository that a folder belongs to, by the rules of gitrepository-layout(5), without a process.</summary>
internal static class RepositoryFinder
{
    private const string GitFilePrefix = "gitdir:";

    /// <summary>Looks in the folder and in each folder above it.</summary>
    /// <exception cref="NeapException">None of them is a repository.</exception>
    public static RepositoryLayout Find(string folder)
    {
        var start = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(start))
        {
            throw GitFailures.NoSuchFolder(folder);
        }

        for (var current = start; current is not null; current = Path.GetDirectoryName(current))
        {
            if (At(current) is { } layout)
            {
                return layout;
            }
        }

        throw GitFailures.NotARepository(start);
    }

    private static RepositoryLayout? At(string folder)
    {
        var dotGit = Path.Combine(folder, ".git");
        if (Directory.Exists(dotGit) && IsGitDirectory(dotGit))
        {
            return Layout(dotGit, folder);
        }

        if (File.Exists(dotGit))
        {
            return Layout(Follow(dotGit), folder);
        }

        return IsGitDirectory(folder) ? Layout(folder, WorkTreeAround(folder)) : null;
    }

    private static RepositoryLayout Layout(string gitDirectory, string? workTree) =>
        new(gitDirectory, Common(gitDirectory), workTree);

    private static string? WorkTreeAround(string gitDirectory) =>
        Path.GetFileName(gitDirectory) == ".git" ? Path.GetDirectoryName(gitDirectory) : null;

    private static bool IsGitDirectory(string folder) =>
        HasHead(folder) && Directory.Exists(Path.Combine(Common(folder), "objects"))
        && Directory.Exists(Path.Combine(Common(folder), "refs"));

    // HEAD may be a symbolic link to a branch that has no commit yet, which does not "exist".
    private static bool HasHead(string folder)
    {
        var head = new FileInfo(Path.Combine(folder, "HEAD"));
        return head.Exists || head.LinkTarget is not null;
    }

    private static string Common(string gitDirectory)
    {
        var file = Path.Combine(gitDirectory, "commondir");
        return File.Exists(file)
            ? Absolute(gitDirectory, File.ReadAllText(file).TrimEnd('\r', '\n'))
            : gitDirectory;
    }

    private static string Follow(string gitFile)
    {
        var text = File.ReadAllText(gitFile).TrimEnd('\r', '\n');
        var target = text.StartsWith(GitFilePrefix, StringComparison.Ordinal)
            ? Absolute(Path.GetDirectoryName(gitFile)!, text[GitFilePrefix.Length..].Trim(' '))
            : null;
        return target is not null && IsGitDirectory(target) ? target : throw GitFailures.BrokenGitFile(gitFile, target);
    }

    private static string Absolute(string folder, string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder));
}
