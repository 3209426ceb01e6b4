namespace Neap.Changes;

/// <summary>Reads files of the working tree that a feed names. The name comes from outside and is not trusted.</summary>
/// <remarks>
/// No link is followed, not even one that stays inside, and the git directory, which may hold credentials, is closed.
/// </remarks>
/// <param name="layout">The repository.</param>
internal sealed class WorkFiles(RepositoryLayout layout)
{
    /// <summary>Reads one file.</summary>
    public WorkFile Read(string file, long limitBytes)
    {
        if (layout.WorkTree is not { } top)
        {
            return new WorkFile.Refused(FailureCategory.FileSystem, "A bare repository has no files to refer to.");
        }

        var relative = Relative(top, file);
        return RepoPath.TryParse(relative, out _) && !IsInGitDirectory(relative)
            ? Open(top, relative, limitBytes)
            : new WorkFile.Refused(FailureCategory.Validation, "The reference leads out of the repository's files.");
    }

    private static string Relative(string top, string file)
    {
        var folder = top.TrimEnd('/') + "/";
        return file.StartsWith(folder, StringComparison.Ordinal) ? file[folder.Length..]
            : file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
    }

    private static bool IsInGitDirectory(string relative) =>
        relative.Split('/').Any(segment => segment.Equals(".git", StringComparison.OrdinalIgnoreCase));

    private static WorkFile Open(string top, string relative, long limitBytes)
    {
        try
        {
            if (LeadsThroughLink(top, relative))
            {
                return new WorkFile.Refused(FailureCategory.Validation, "The reference leads through a symbolic link.");
            }

            var info = new FileInfo(Path.Combine(top, relative));
            return info.Length switch
            {
                0 => new WorkFile.Content(default), // pipes and devices have no length; they are not opened
                var size when size > limitBytes => new WorkFile.TooLarge(size),
                _ => new WorkFile.Content(File.ReadAllBytes(info.FullName)),
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new WorkFile.Refused(FailureCategory.FileSystem, unreadable switch
            {
                FileNotFoundException or DirectoryNotFoundException => "There is no such file in the working tree.",
                UnauthorizedAccessException => "The file may not be read by this user.",
                _ => "The file could not be read.",
            });
        }
    }

    private static bool LeadsThroughLink(string top, string relative)
    {
        var current = top;
        foreach (var segment in relative.Split('/'))
        {
            current = Path.Combine(current, segment);
            if (new FileInfo(current).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
