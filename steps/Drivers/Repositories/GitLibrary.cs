using System.Runtime.InteropServices;
using LibGit2Sharp;

namespace Drivers;

/// <summary>Makes LibGit2Sharp usable: with the system's libgit2 where the package brought none, and without configuration.</summary>
internal static class GitLibrary
{
    private static readonly Lazy<string> Prepared = new(Prepare);

    /// <summary>Does the preparation once in the process.</summary>
    public static void EnsureReady() => _ = Prepared.Value;

    private static string Prepare()
    {
        LinkSystemLibrary();
        var empty = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "no-git-config")).FullName;
        foreach (var name in (string[])["config", "gitconfig", ".gitconfig"])
        {
            using var _ = File.Open(Path.Combine(empty, name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }

        foreach (var level in Enum.GetValues<ConfigurationLevel>().Where(IsOutsideRepository))
        {
            GlobalSettings.SetConfigSearchPaths(level, empty);
        }

        GlobalSettings.SetStrictHashVerification(false);
        return empty;
    }

    private static bool IsOutsideRepository(ConfigurationLevel level) =>
        level is ConfigurationLevel.Global or ConfigurationLevel.Xdg
            or ConfigurationLevel.System or ConfigurationLevel.ProgramData;

    /// <summary>
    /// LibGit2Sharp 0.29 asks for this one file name and looks in the application's folder first; a link is enough.
    /// </summary>
    private static void LinkSystemLibrary()
    {
        var link = Path.Combine(AppContext.BaseDirectory, "libgit2-a2bde63.so");
        if (typeof(Repository).Assembly.GetName().Version is not { Major: 0, Minor: 29 } || File.Exists(link))
        {
            return;
        }

        var own = $"{link}.{Environment.ProcessId}";
        File.Delete(own);
        File.CreateSymbolicLink(own, FindSystemLibrary());
        File.Move(own, link, overwrite: true);
    }

    private static string FindSystemLibrary()
    {
        foreach (var name in (string[])["libgit2.so.1.7", "libgit2.so.1.5", "libgit2.so.1.6"])
        {
            if (NativeLibrary.TryLoad(name, out _))
            {
                return File.ReadLines("/proc/self/maps").First(line => line.Contains("/libgit2.so", StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
            }
        }

        throw new SpecException("The drivers need libgit2; install it with: apt-get install libgit2-1.5");
    }
}
