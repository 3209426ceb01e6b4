using System.Diagnostics.CodeAnalysis;

namespace Neap.Vectors.Stores;

/// <summary>Where an index is. As text it never shows a password.</summary>
public abstract record StoreAddress
{
    private StoreAddress()
    {
    }

    /// <summary>An SQLite file.</summary>
    /// <param name="Path">Absolute.</param>
    public sealed record File(string Path) : StoreAddress
    {
        /// <inheritdoc/>
        public override string ToString() => Path;
    }

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="Url">The address without a password.</param>
    public sealed record Postgres(Uri Url) : StoreAddress
    {
        /// <summary>The password; null to look where PostgreSQL's own tools look.</summary>
        public string? Password { get; init; }

        /// <inheritdoc/>
        public override string ToString() => Url.OriginalString;
    }

    /// <summary>A vector server that is spoken to over HTTP, with a local index beside it.</summary>
    /// <param name="Kind">Whose interface it is.</param>
    /// <param name="Url">Its base address, <c>http</c> or <c>https</c>.</param>
    public sealed record Server(ServerKind Kind, Uri Url) : StoreAddress
    {
        /// <summary>The address as it was given.</summary>
        public required string Text { get; init; }

        /// <summary>The one spelling of what can be typed in several ways, such as <c>qdrant+https://HOST:443/</c> for <c>qdrant://host</c>.</summary>
        public string Canonical =>
            $"{Kind.ToString().ToLowerInvariant()}{(Url.Scheme == Uri.UriSchemeHttps ? "" : "+http")}://{Url.Authority}{Url.AbsolutePath.TrimEnd('/')}";

        /// <summary>The key that the server asks for; null where it asks for none.</summary>
        public string? Key { get; init; }

        /// <inheritdoc/>
        public override string ToString() => Text;
    }

    /// <summary>True for an address of a server that Neap knows, false for the path of a file; see <see cref="StoreScheme"/>.</summary>
    public static bool IsServer([NotNullWhen(true)] string? text) =>
        text is not null && StoreScheme.KindOf(text) is not (null or StoreAddressKind.Sqlite);
}

/// <summary>The interfaces of vector servers that Neap speaks.</summary>
public enum ServerKind
{
    /// <summary>Weaviate: REST, batches and GraphQL.</summary>
    Weaviate,

    /// <summary>Qdrant: REST.</summary>
    Qdrant,
}
