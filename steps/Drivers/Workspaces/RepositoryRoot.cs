namespace Drivers;

/// <summary>Where this project's own files are.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Specs.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new SpecException("The suite does not stand in its repository.");
    }
}
