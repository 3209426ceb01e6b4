namespace Neap.Cli;

/// <summary>Where configuration files are.</summary>
internal static class ConfigurationFiles
{
    /// <summary>The name of a repository's own file.</summary>
    public const string OfRepository = ".neap.json";

    /// <summary>The file at the top of the working tree that a folder belongs to; null where there is none.</summary>
    public static string? FindRepositoryFile(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                var file = Path.Combine(current, OfRepository);
                return File.Exists(file) ? file : null;
            }

            if (IsBare(current))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The person's file; null where there is none.</summary>
    public static string? FindUserFile(CommandHost host)
    {
        var file = UserFolder(host) is { } folder ? Path.Combine(folder, "config.json") : null;
        return File.Exists(file) ? file : null;
    }

    /// <summary>The person's folder; null where there is no home. An XDG folder counts only where it is absolute.</summary>
    public static string? UserFolder(CommandHost host)
    {
        var folder = host.Variable("XDG_CONFIG_HOME") is { } config && Path.IsPathRooted(config) ? config
            : host.Variable("HOME") is { } home ? Path.Combine(home, ".config")
            : null;
        return folder is null ? null : Path.Combine(folder, "neap");
    }

    private static bool IsBare(string folder) =>
        File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects"));
}
