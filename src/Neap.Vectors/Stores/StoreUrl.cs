using Neap.Core;
using Neap.Vectors.Postgres;

namespace Neap.Vectors.Stores;

/// <summary>Reads the address of a store as a person writes it.</summary>
public static class StoreUrl
{
    /// <summary>The address without its password, its scheme in small letters: what may be shown and kept.</summary>
    public static string WithoutPassword(string text)
    {
        var shown = Typed(text).Shown;
        Parsed(shown);
        return shown;
    }

    /// <summary>The password that stands in an address; null where none does.</summary>
    public static string? PasswordOf(string text) => Typed(text).Password;

    /// <summary>Reads an address whose password has been taken off.</summary>
    /// <param name="text">The address.</param>
    /// <param name="secret">The password or key that goes with it; null where there is none.</param>
    /// <exception cref="NeapException">It is none that Neap knows.</exception>
    public static StoreAddress Read(string text, string? secret)
    {
        var url = Parsed(text);
        return StoreScheme.KindOf(text) switch
        {
            StoreAddressKind.Postgresql when url.AbsolutePath.Length > 1 => new StoreAddress.Postgres(url) { Password = secret },
            StoreAddressKind.Postgresql => throw Wrong(text, "It names no database; write postgresql://user@host:5432/database."),
            StoreAddressKind.Qdrant => new StoreAddress.Server(ServerKind.Qdrant, BaseOf(url)) { Key = secret, Text = text },
            _ => new StoreAddress.Server(ServerKind.Weaviate, BaseOf(url)) { Key = secret, Text = text },
        };
    }

    /// <summary>Refuses a text that names no store, without repeating what may be a secret in it.</summary>
    /// <exception cref="NeapException">It does not.</exception>
    public static void Check(string text)
    {
        if (StoreScheme.WhyNot(text) is { } why)
        {
            throw new NeapException(FailureKind.Usage, $"The store cannot be used; {why}.", "Nothing was done. `neap store list` shows the forms.");
        }
    }

    /// <summary><c>qdrant://host</c> and <c>qdrant+https://host</c> are encrypted, <c>qdrant+http://host</c> is not.</summary>
    private static Uri BaseOf(Uri url)
    {
        var scheme = url.Scheme.EndsWith("+http", StringComparison.Ordinal) ? "http" : "https";
        return new Uri($"{scheme}://{url.Authority}{url.AbsolutePath.TrimEnd('/')}");
    }

    /// <summary>An address without a password, up to its question mark.</summary>
    internal static string WithoutParameters(Uri url) => url.OriginalString.Split('?')[0];

    /// <summary>What stands after the question mark, decoded.</summary>
    internal static IEnumerable<(string Name, string Value)> ParametersOf(Uri url) =>
        from pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));

    /// <summary>Takes an address apart where its signs stand, before anything is escaped or corrected in it.</summary>
    private static (string Shown, string? Password) Typed(string text)
    {
        Check(text);
        var address = StoreScheme.Normal(text);
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var length = address.AsSpan(start).IndexOfAny('/', '?', '#');
        var end = length < 0 ? address.Length : start + length;
        EnsureNotCut(address[end..]);
        var at = address.LastIndexOf('@', end - 1, end - start);
        if (at < 0)
        {
            return (address, null);
        }

        var user = address[start..at].Split(':', 2);
        var isServer = StoreScheme.KindOf(text) != StoreAddressKind.Postgresql;
        if (isServer && user is not [_, { Length: > 0 }])
        {
            throw new NeapException(
                FailureKind.Usage,
                "The address of a vector server has a name before its host, which may be a key.",
                "Nothing was done. Leave out what stands before the @; a key goes into NEAP_STORE_PASSWORD.");
        }

        var name = isServer || user[0].Length == 0 ? "" : user[0] + "@";
        return (address[..start] + name + address[(at + 1)..], user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null);
    }

    /// <summary>Refuses an address whose host may be the beginning of a password.</summary>
    private static void EnsureNotCut(string behindHost)
    {
        if (behindHost.Contains('@', StringComparison.Ordinal))
        {
            throw new NeapException(
                FailureKind.Usage,
                "The store's address has an @ behind its host, so a password may be cut in two.",
                "Nothing was done. Write / as %2F, ? as %3F and # as %23 in a password, and @ as %40 behind the host.");
        }
    }

    private static Uri Parsed(string text)
    {
        Check(text);
        if (!Uri.TryCreate(StoreScheme.Normal(text), UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw Wrong("The store's address", "Write it as postgresql://user@host:5432/database.");
        }

        var isPostgres = StoreScheme.KindOf(text) == StoreAddressKind.Postgresql;
        var unknown = ParametersOf(url).Select(part => part.Name).FirstOrDefault(name => !isPostgres || !PostgresParameters.IsKnown(name));
        if (unknown is not null)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The address {WithoutParameters(url)} has `{unknown}` after the question mark, which Neap does not know.",
                $"Nothing was done. Known are {(isPostgres ? PostgresParameters.Known : "none")}; a password or key goes into NEAP_STORE_PASSWORD.");
        }

        return url;
    }

    private static NeapException Wrong(string text, string next) => new(
        FailureKind.Usage, $"{text} is no address of a store.", "Nothing was done. " + next);
}
