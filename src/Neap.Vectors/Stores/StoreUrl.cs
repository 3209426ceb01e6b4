using Neap.Core;
using Neap.Vectors.Postgres;

namespace Neap.Vectors.Stores;

/// <summary>Reads the address of a store as a person writes it.</summary>
public static class StoreUrl
{
    internal static readonly string[] PostgresSchemes = ["postgresql://", "postgres://"];

    /// <summary>The address without its password, which is what may be shown and kept.</summary>
    public static string WithoutPassword(string text) => ShownOf(Parsed(text), text);

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
        if (PostgresSchemes.Any(text.StartsWith))
        {
            return url.AbsolutePath.Length > 1
                ? new StoreAddress.Postgres(url) { Password = secret }
                : throw Wrong(text, "It names no database; write postgresql://user@host:5432/database.");
        }

        var kind = KindOf(text) ?? throw Wrong(text, "Known are postgresql://, qdrant:// and weaviate://.");
        return new StoreAddress.Server(kind, BaseOf(url)) { Key = secret, Text = text };
    }

    internal static ServerKind? KindOf(string text) => text.Split("://")[0].Split('+')[0] switch
    {
        "weaviate" when text.Contains("://", StringComparison.Ordinal) => ServerKind.Weaviate,
        "qdrant" when text.Contains("://", StringComparison.Ordinal) => ServerKind.Qdrant,
        _ => null,
    };

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
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw Wrong("The store's address", "Write it as postgresql://user@host:5432/database.");
        }

        var isPostgres = PostgresSchemes.Any(text.StartsWith);
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
