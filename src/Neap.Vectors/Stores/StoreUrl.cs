using Neap.Core;
using Neap.Vectors.Postgres;

namespace Neap.Vectors.Stores;

/// <summary>Reads the address of a store as a person writes it.</summary>
public static class StoreUrl
{
    /// <summary>The address without its password, its scheme in small letters: what may be shown and kept.</summary>
    public static string WithoutPassword(string text) => ShownOf(Parsed(text), StoreScheme.Normal(text));

    /// <summary>The password that stands in an address; null where none does.</summary>
    public static string? PasswordOf(string text)
    {
        var user = Parsed(text).UserInfo;
        var colon = user.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : Uri.UnescapeDataString(user[(colon + 1)..]);
    }

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

    /// <summary>The address up to its question mark, without its password.</summary>
    internal static string WithoutParameters(Uri url) => ShownOf(url, url.OriginalString.Split('?')[0]);

    /// <summary>What stands after the question mark, decoded.</summary>
    internal static IEnumerable<(string Name, string Value)> ParametersOf(Uri url) =>
        from pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));

    private static string ShownOf(Uri url, string text)
    {
        var colon = url.UserInfo.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? text : text.Replace(
            url.UserInfo + "@", url.UserInfo[..colon] + (colon == 0 ? "" : "@"), StringComparison.Ordinal);
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
