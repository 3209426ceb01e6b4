using Neap.Vectors.Stores;

namespace Neap.Vectors.Servers;

/// <summary>The vector servers that Neap speaks to.</summary>
public static class PointServers
{
    /// <summary>Name and version of a server, which takes the key.</summary>
    /// <exception cref="Core.NeapException">It does not answer, refuses the key, or is no server of this kind.</exception>
    public static async Task<ServerAbout> AboutAsync(
        StoreAddress.Server address, TimeProvider clock, CancellationToken cancellation)
    {
        using var server = Connect(address, clock);
        return await server.AboutAsync(cancellation);
    }

    internal static IPointServer Connect(StoreAddress.Server address, TimeProvider clock) => address.Kind switch
    {
        ServerKind.Qdrant => new QdrantServer(address, clock),
        _ => new WeaviateServer(address, clock),
    };
}
