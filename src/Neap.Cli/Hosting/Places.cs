using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>Where the index is: what the settings say, else the XDG data folder.</summary>
internal static class Places
{
    private const string FileName = "index.db";

    /// <summary>
    /// The index file, absolute. Of the file and the folder the one counts that has the say; the file where both do.
    /// </summary>
    /// <exception cref="NeapException">Neither a setting nor a home folder says where.</exception>
    public static string Store(CommandHost host, Settings settings)
    {
        var (file, folder) = (settings[Catalogue.Store], settings[Catalogue.CheckpointFolder]);
        if (folder.Text is not null && folder.Source.Origin > file.Source.Origin)
        {
            return Path.Combine(folder.Text, FileName);
        }

        return file.Text ?? Path.Combine(DataFolder(host), "neap", FileName);
    }

    /// <summary>How the index is opened.</summary>
    public static SqliteStoreOptions Options(CommandHost host, string path, StoreMode mode) =>
        new() { Path = path, Clock = host.Clock, Mode = mode };

    /// <summary>An XDG folder counts only where it is absolute (XDG base directory specification 0.8).</summary>
    private static string DataFolder(CommandHost host)
    {
        if (host.Variable("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data))
        {
            return data;
        }

        return host.Variable("HOME") is { } home
            ? Path.Combine(home, ".local", "share")
            : throw new NeapException(
                FailureKind.Usage,
                "There is no home folder to keep the index in.",
                "Nothing was done. Say where with `--store PATH` or the variable NEAP_STORE.");
    }
}
