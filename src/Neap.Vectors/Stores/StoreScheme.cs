namespace Neap.Vectors.Stores;

/// <summary>Tells the address of a server from the path of a file, by the text alone.</summary>
/// <remarks>
/// A scheme is two or more of the letters that RFC 3986 allows, in any case: a single one is a drive of Windows. All
/// other text is a path, unless it reads like the connection string of a database, which is likely to hold a password.
/// </remarks>
public static class StoreScheme
{
    private const string Separator = "://";
    private const int ShortestScheme = 2;

    private static readonly string[] Keywords =
    [
        "host", "hostaddr", "server", "data source", "address", "addr", "port", "database", "dbname", "initial catalog", "username",
        "user name", "user id", "user", "uid", "password", "pwd", "service",
    ];

    /// <summary>The scheme in small letters; null where there is none.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().TrimStart();
        var length = trimmed.IndexOf(Separator, StringComparison.Ordinal);
        return length >= ShortestScheme && IsScheme(trimmed[..length]) ? trimmed[..length].ToString().ToLowerInvariant() : null;
    }

    /// <summary>What kind of store a text names; null for an address of none that Neap knows.</summary>
    public static StoreAddressKind? KindOf(string text) => Of(text) switch
    {
        null => StoreAddressKind.Sqlite,
        "postgresql" or "postgres" => StoreAddressKind.Postgresql,
        "qdrant" or "qdrant+http" or "qdrant+https" => StoreAddressKind.Qdrant,
        "weaviate" or "weaviate+http" or "weaviate+https" => StoreAddressKind.Weaviate,
        _ => null,
    };

    /// <summary>Why a text names no store: a part of a sentence that repeats nothing but the scheme; null where it may name one.</summary>
    public static string? WhyNot(string text) => (Of(text), KindOf(text)) switch
    {
        (null, _) => IsConnectionString(text)
            ? "it reads like a connection string: write postgresql://user@host:5432/database, or ./ before the path of a file"
            : null,
        ("http" or "https", _) => $"{Of(text)}:// does not say whose server it is: write qdrant+{Of(text)}:// or weaviate+{Of(text)}://",
        ({ } scheme, null) => $"{scheme}:// is no store: known are postgresql://, qdrant://, qdrant+http://, weaviate:// and "
            + "weaviate+http://, and a file is named by its path alone",
        _ => null,
    };

    /// <summary>The address with its scheme in small letters and nothing around it: one server has one spelling.</summary>
    internal static string Normal(string address)
    {
        var trimmed = address.Trim();
        return Of(trimmed) is { } scheme ? scheme + trimmed[scheme.Length..] : trimmed;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    /// <summary>It begins with a known keyword, and one value is not all: <c>Host=…;</c> or <c>host=… dbname=…</c>.</summary>
    private static bool IsConnectionString(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            && text.AsSpan(sign + 1).ContainsAny(';', '=')
            && Keywords.Contains(text[..sign].Trim(), StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>What kind of store an address names.</summary>
public enum StoreAddressKind
{
    /// <summary>A file of SQLite.</summary>
    Sqlite,

    /// <summary>A database of PostgreSQL.</summary>
    Postgresql,

    /// <summary>A Qdrant server.</summary>
    Qdrant,

    /// <summary>A Weaviate server.</summary>
    Weaviate,
}
