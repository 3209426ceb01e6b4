namespace Drivers;

/// <summary>Git without the machine's habits: no system or personal configuration, fixed names, no questions.</summary>
internal static class HermeticGit
{
    public const string Config = """
        [user]
          name = Dana Developer
          email = dana@shop.example
        [init]
          defaultBranch = main
        [protocol "file"]
          allow = always
        [advice]
          detachedHead = false
        [gc]
          auto = 0
        [core]
          fsync = none
        [safe]
          directory = *
        [uploadpack]
          allowFilter = true
          allowAnySHA1InWant = true

        """;

    public static Dictionary<string, string> Variables(string home) => new()
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = home,
        ["XDG_DATA_HOME"] = Path.Combine(home, "data"),
        ["XDG_CONFIG_HOME"] = Path.Combine(home, "config"),
        ["XDG_CACHE_HOME"] = Path.Combine(home, "cache"),
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = Path.Combine(home, "gitconfig"),
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["LC_ALL"] = "C.UTF-8",
        ["TZ"] = "UTC",
        ["NO_COLOR"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <summary>A scenario may have taken away the right to write; a folder that cannot be emptied cannot be deleted.</summary>
    public static void MakeDeletable(string root)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var folder in new DirectoryInfo(root).EnumerateDirectories("*", SearchOption.AllDirectories))
        {
            if (folder.LinkTarget is null && (folder.UnixFileMode & All) != All)
            {
                folder.UnixFileMode |= All;
            }
        }
    }
}
