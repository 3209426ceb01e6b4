namespace Neap.Vectors.Servers;

/// <summary>Whether a server still holds what a local index told it about a slot.</summary>
internal static class Ownership
{
    /// <summary>True where another local index has written there, or nothing is left of what readers should see.</summary>
    /// <param name="server">The server.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="reading">The slot.</param>
    /// <param name="own">How far the local index has brought the server.</param>
    /// <param name="showsPoints">True where readers should see at least one point.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<bool> IsLostAsync(
        IPointServer server, string collection, PointReading reading, Generations own, bool showsPoints,
        CancellationToken cancellation)
    {
        if (showsPoints && !await server.AnyAsync(collection, reading, own.Visible, cancellation))
        {
            return true;
        }

        foreach (var life in own.Strange)
        {
            if (await server.AnyAsync(collection, reading, life, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
