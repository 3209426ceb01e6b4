namespace Neap.Changes;

/// <summary>Where the parts of a repository are on this machine.</summary>
/// <param name="GitDirectory">What belongs to this work tree: <c>HEAD</c>, the index. Absolute.</param>
/// <param name="CommonDirectory">What all work trees share: objects, branches, configuration. Absolute.</param>
/// <param name="WorkTree">The top folder of the checked out files; null in a bare repository.</param>
internal sealed record RepositoryLayout(string GitDirectory, string CommonDirectory, string? WorkTree)
{
    /// <summary>Where git is started, so that it finds the same repository by its own rules and checks its owner.</summary>
    public string StartFolder => WorkTree ?? GitDirectory;

    /// <summary>The repository's short name for people.</summary>
    public string FolderName
    {
        get
        {
            var folder = Path.GetFileName(CommonDirectory) == ".git"
                ? Path.GetDirectoryName(CommonDirectory)!
                : CommonDirectory;
            var name = Path.GetFileName(folder);
            return name.Length > 4 && name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
        }
    }
}
