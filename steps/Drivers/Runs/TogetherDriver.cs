using System.Globalization;

namespace Drivers;

/// <summary>Several commands that start at the same moment.</summary>
public sealed class TogetherDriver(CrashDriver crash, StoreDriver store, RepoDriver repos, FollowDriver follow)
{
    /// <summary>Starts them and waits for all.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">
    /// <c>syncs</c>, <c>syncs into collections of their own</c>, <c>commands that follow a repository each</c>, <c>searches for
    /// "words"</c>, or <c>workers with 10 searches for "words"</c> each.
    /// </param>
    public Task StartAsync(int count, string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return what switch
        {
            "syncs" => crash.RunTogetherAsync(count),
            "syncs into collections of their own" => store.SyncTogetherAsync(count, repos.Current.Folder),
            "commands that follow a repository each" => follow.FollowTogetherAsync(count),
            _ when what.StartsWith("workers", StringComparison.Ordinal) =>
                store.SearchTogetherAsync(count, int.Parse(what.Split(' ')[2], CultureInfo.InvariantCulture), what.Split('"')[1]),
            _ => store.SearchTogetherAsync(count, each: 1, what.Split('"')[1]),
        };
    }
}
