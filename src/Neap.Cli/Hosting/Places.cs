using Neap.Core;
using Neap.Vectors.Sqlite;
using Neap.Vectors.Stores;

namespace Neap.Cli;

/// <summary>Where the index is: option, then variables, then the XDG data folder.</summary>
internal static class Places
{
    private const string FileName = "index.db";

    /// <summary>The index file, absolute, or the address of a server without its password.</summary>
    /// <exception cref="NeapException">Neither an option nor a variable nor a home folder says where.</exception>
    public static string Store(CommandHost host, string? option)
    {
        if (option is not null)
        {
            return StoreAddress.IsServer(option) ? WithoutSecret(option) : host.Absolute(option);
        }

        if (host.Variable("NEAP_STORE") is { } named)
        {
            return StoreAddress.IsServer(named) ? StoreUrl.WithoutPassword(named) : host.Absolute(named);
        }

        if (host.Variable("NEAP_CHECKPOINT_DB_DIR") is { } folder)
        {
            return host.Absolute(Path.Combine(folder, FileName));
        }

        return Path.Combine(DataFolder(host), "neap", FileName);
    }

    /// <summary>Command lines are shown to everybody on the machine, so a password in one is not taken.</summary>
    private static string WithoutSecret(string option) => StoreUrl.PasswordOf(option) is null ? option : throw new NeapException(
        FailureKind.Usage,
        $"The option --store {StoreUrl.WithoutPassword(option)} came with a password, which everybody on this machine can see.",
        "Nothing was done. Put the password into NEAP_STORE_PASSWORD, or into a file that NEAP_STORE_PASSWORD_FILE names.");

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
