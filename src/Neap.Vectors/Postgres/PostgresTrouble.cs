using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Neap.Core;
using Npgsql;

namespace Neap.Vectors.Postgres;

/// <summary>What PostgreSQL's codes mean to the person who must act.</summary>
internal static class PostgresTrouble
{
    private const string InsufficientPrivilege = "42501";
    private const string ReadOnlyTransaction = "25006";

    /// <summary>The error to throw; its kind follows from types and codes alone.</summary>
    public static NeapException Of(PostgresOptions options, Exception said) => said switch
    {
        PostgresException answer => OfCode(options.Address.ToString(), answer),
        ArgumentException => Setting(options.Address.ToString(), said),
        NotSupportedException => Stranger(options.Address.ToString(), said),
        _ when IsCausedBy<CryptographicException>(said) => Unreadable(options.Address.ToString(), said),
        _ when IsDistrust(said) => Distrusted(options.Address.ToString(), said),
        _ when LacksPassword(said) => Asked(options.Address.ToString(), said),
        _ => Unreachable(options.Address.ToString(), said),
    };

    /// <summary>True for what the network, the server or its driver can throw at us.</summary>
    public static bool Is(Exception failure) => failure is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>True for the same, and for what the driver makes of an address and of a server that wants what it cannot give.</summary>
    public static bool IsSayable(Exception failure) => Is(failure) || failure is ArgumentException or NotSupportedException;

    /// <summary>True where the connection is lost, and with it the knowledge whether the last statement was done.</summary>
    public static bool IsLost(Exception failure) => failure switch
    {
        PostgresException answer => answer.SqlState is "57P01" or "57P02" or "57P03" || answer.SqlState.StartsWith("08", StringComparison.Ordinal),
        _ => Is(failure) && !IsDistrust(failure) && !LacksPassword(failure),
    };

    /// <summary>True where the same transaction may succeed when it is simply done again.</summary>
    public static bool IsConflict(Exception failure) => failure is PostgresException { SqlState: "40001" or "40P01" or "23505" };

    internal static NeapException Missing(PostgresOptions options) => new(
        FailureKind.IndexMissing,
        $"There is no index in {options.Address} yet.",
        "Nothing was changed. Run `neap index sync` with the same store to make one.");

    internal static NeapException Newer(PostgresOptions options, int version) => new(
        FailureKind.IndexNewer,
        $"The index in {options.Address} has format {version}; this version of Neap knows up to {Migrations.Latest}.",
        "The index was not touched. Install the newer Neap, or name another database with `--store`.");

    internal static NeapException Older(PostgresOptions options, int version) => new(
        FailureKind.IndexNewer,
        $"The index in {options.Address} has format {version}, which has to be brought to {Migrations.Latest} first.",
        "Nothing was changed. Run `neap index sync` once with a role that may change the tables.");

    internal static NeapException Foreign(PostgresOptions options) => new(
        FailureKind.IndexForeign,
        $"{options.Address} has a schema `neap` that Neap did not make.",
        "Nothing was touched. Name another database with `--store`.");

    internal static NeapException NoVectors(PostgresOptions options, Exception? said) => new(
        FailureKind.StoreUnfit,
        $"{options.Address} has no extension `vector` (pgvector) that this role could create.",
        "Nothing was changed. Install pgvector on the server and run `CREATE EXTENSION vector` in the database.",
        said);

    internal static NeapException NoSession(PostgresOptions options) => new(
        FailureKind.StoreUnfit,
        $"A pool in front of {options.Address} gives every transaction another session, so two syncs would not see each other.",
        "Nothing was changed, and searching works through it. Name the server itself with `--store`, or a pool that keeps sessions (PgBouncer: pool_mode = session).");

    internal static NeapException Held(string collection, string repository, string? who) => new(
        FailureKind.HeldByAnother,
        $"{collection}/{repository} is being synced by {who ?? "another process"}.",
        "Nothing changed. Wait until it has ended, then run the same command again.");

    internal static NeapException Overtaken(PostgresOptions options) => new(
        FailureKind.HeldByAnother,
        $"The connection to {options.Address} was lost, and another run changed the index before it was back.",
        "Nothing was half written. Run the same command again.");

    /// <summary>The connection was lost while a revision was published: whether that was done, nobody was told.</summary>
    internal static NeapException InDoubt(NeapException lost) => new(
        lost.Kind,
        lost.Message,
        "Nothing is half written: the index equals its last commit, or the new one where only that answer is missing. Check the server (`neap store check`), then run the same command again.",
        lost)
    {
        Category = lost.Category,
        IsFinal = lost.IsFinal,
    };

    private static NeapException OfCode(string store, PostgresException answer) => answer.SqlState switch
    {
        "28P01" or "28000" => new NeapException(
            FailureKind.Unauthorized,
            $"{store} refuses the role or its password.",
            "Nothing was changed. Check the role in the address, and the password in NEAP_STORE_PASSWORD or NEAP_STORE_PASSWORD_FILE.",
            answer),
        InsufficientPrivilege or ReadOnlyTransaction => new NeapException(
            FailureKind.Unauthorized,
            $"{store} does not let this role do that: {answer.MessageText}.",
            "Nothing was changed. Searching needs SELECT on the schema `neap`; syncing needs a role that owns it.",
            answer),
        "3D000" => new NeapException(
            FailureKind.StoreUnfit,
            $"The database of {store} does not exist.",
            "Nothing was changed. Create it (`createdb`), or name another one with `--store`.",
            answer),
        "53100" or "53200" => new NeapException(
            FailureKind.DiskFull,
            $"The server of {store} has run out of disk or memory: {answer.MessageText}.",
            "The index still equals its last commit. Make room there and run the same command again; it goes on.",
            answer),
        // Asked again, it would say the same: a setting or a type that it does not know, a value that it does not take.
        ['2', '2', ..] or ['4', '2', ..] or ['0', 'A', ..] => new NeapException(
            FailureKind.StoreUnfit,
            $"{store} refuses what Neap asks of it: {answer.MessageText.TrimEnd('.')}.",
            "The index still equals its last commit. Correct the part of the address after the question mark, or run `neap store check` to see what the server lacks.",
            answer),
        _ => Unreachable(store, answer),
    };

    /// <summary>True where the server's certificate is not what the address asks for.</summary>
    private static bool IsDistrust(Exception failure) => IsCausedBy<AuthenticationException>(failure);

    /// <summary>True where the server asks for a password and none is known. The driver has no type for that, only its words.</summary>
    private static bool LacksPassword(Exception failure) =>
        failure is NpgsqlException { InnerException: null } && failure.Message.StartsWith("No password ", StringComparison.Ordinal);

    private static bool IsCausedBy<T>(Exception failure)
        where T : Exception
    {
        Exception? cause = failure;
        while (cause is not (null or T))
        {
            cause = cause.InnerException;
        }

        return cause is not null;
    }

    private static NeapException Distrusted(string store, Exception said) => new(
        FailureKind.StoreUnfit,
        $"{store} shows a certificate that is not trusted for its name.",
        "Nothing was sent to it. Name the authority behind its certificate with `sslrootcert=FILE` after the question mark.",
        said);

    private static NeapException Asked(string store, Exception said) => new(
        FailureKind.Unauthorized,
        $"{store} asks for a password, and none was given.",
        "Nothing was changed. Put the password in NEAP_STORE_PASSWORD, or its file's name in NEAP_STORE_PASSWORD_FILE.",
        said);

    private static NeapException Setting(string store, Exception said) => new(
        FailureKind.Usage,
        $"The address {store} has a part that cannot be used: {said.Message}",
        "Nothing was done. Correct the part after the question mark.",
        said);

    private static NeapException Unreadable(string store, Exception said) => new(
        FailureKind.Usage,
        $"A certificate or key that the address {store} names cannot be read.",
        "Nothing was sent to the server. Correct the file, or the part after the question mark.",
        said);

    private static NeapException Stranger(string store, Exception said) => new(
        FailureKind.Unauthorized,
        $"{store} asks this role for a ticket (Kerberos, SSPI) or another proof that Neap cannot give.",
        "Nothing was changed. Have the server take a password or a certificate from this role (pg_hba.conf).",
        said);

    private static NeapException Unreachable(string store, Exception said) => new(
        FailureKind.Unreachable,
        $"The store {store} does not answer: {said.Message.TrimEnd('.')}.",
        "The index still equals its last commit, and content already stored is kept. Check the server (`neap store check`), then run the same command again.",
        said);
}
