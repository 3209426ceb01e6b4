using Neap.Core;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>Where the index is: what the settings say, else the XDG data folder.</summary>
internal static class Places
{
    private const string FileName = "index.db";

    /// <summary>
    /// The index file, absolute, or the address of a server without its password. Of the file and the folder the one
    /// counts that has the say; the file where both do.
    /// </summary>
    /// <exception cref="NeapException">Neither a setting nor a home folder says where, or a folder is there.</exception>
    public static string Store(CommandHost host, Settings settings)
    {
        var (file, folder) = (settings[Catalogue.Store], settings[Catalogue.CheckpointFolder]);
        if (settings[Catalogue.WeaviateAddress] is { Text: { } weaviate } cloud && cloud.Source.Origin >= file.Source.Origin)
        {
            return Server(host, settings, $"weaviate+{weaviate}", Origin.Environment);
        }

        if (StoreAddress.IsServer(file.Text) && file.Source.Origin >= folder.Source.Origin)
        {
            return Server(host, settings, file.Text, file.Source.Origin);
        }

        return FileAt(folder.Text is not null && folder.Source.Origin > file.Source.Origin
            ? Path.Combine(folder.Text, FileName)
            : file.Text ?? Path.Combine(DataFolder(host), "neap", FileName));
    }

    /// <summary>A store that was named as an argument.</summary>
    /// <exception cref="NeapException">It is no store.</exception>
    public static string Named(CommandHost host, Settings settings, string name)
    {
        StoreUrl.Check(name);
        return StoreAddress.IsServer(name) ? Server(host, settings, name, Origin.Option) : FileAt(host.Absolute(name));
    }

    /// <summary>The folder of the local index that stands beside a server which keeps vectors alone.</summary>
    public static string LocalFolder(CommandHost host) =>
        host.Variable("NEAP_CHECKPOINT_DB_DIR") is { } folder ? host.Absolute(folder) : Path.Combine(DataFolder(host), "neap");

    /// <summary>The path of an index, which need not be there yet; a folder cannot become one.</summary>
    private static string FileAt(string path) => !Path.EndsInDirectorySeparator(path) && !Directory.Exists(path)
        ? path
        : throw new NeapException(
            FailureKind.Usage,
            $"{path} is a folder, and an index is a file.",
            $"Nothing was done. Name the file in it, such as {Path.Combine(path, FileName)}.");

    /// <summary>Command lines are shown to everybody on the machine, so a password in one is not taken.</summary>
    private static string Server(CommandHost host, Settings settings, string address, Origin origin)
    {
        var (shown, password) = (StoreUrl.WithoutPassword(address), StoreUrl.PasswordOf(address));
        if (password is not null && origin == Origin.Option)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The address {shown} came with a password, which everybody on this machine can see.",
                "Nothing was done. Put the password into NEAP_STORE_PASSWORD, or into a file that NEAP_STORE_PASSWORD_FILE names.");
        }

        host.Secrets[shown] = SecretOf(settings[Catalogue.StorePassword]) ?? password;
        return shown;
    }

    private static string? SecretOf(SettingValue value)
    {
        try
        {
            return value is { IsFile: true, Text: { } path } ? File.ReadAllText(path).TrimEnd('\r', '\n') : value.Text;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The file {value.Text} with the password of the store cannot be read.",
                "Nothing was done. Correct NEAP_STORE_PASSWORD_FILE or the file's permissions.",
                trouble);
        }
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
