namespace Drivers;

/// <summary>Several commands that start at the same moment.</summary>
public sealed class TogetherDriver(CrashDriver crash, StoreDriver store, RepoDriver repos)
{
    /// <summary>Starts them and waits for all.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what"><c>syncs</c>, <c>syncs into collections of their own</c>, or <c>searches for "words"</c>.</param>
    public Task StartAsync(int count, string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return what switch
        {
            "syncs" => crash.RunTogetherAsync(count),
            "syncs into collections of their own" => store.SyncTogetherAsync(count, repos.Current.Folder),
            _ => store.SearchTogetherAsync(count, what.Split('"')[1]),
        };
    }
}
