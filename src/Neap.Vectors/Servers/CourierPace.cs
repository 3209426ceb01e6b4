namespace Neap.Vectors.Servers;

/// <summary>How the server is told of changes.</summary>
/// <param name="Workers">Calls under way at once; 1 and more.</param>
/// <param name="Paths">Paths that one call is about; 1 and more.</param>
public readonly record struct CourierPace(int Workers, int Paths)
{
    private const int MostPaths = 64;

    /// <summary>The pace of a run.</summary>
    /// <param name="workers">Its workers.</param>
    /// <param name="batchSize">Its files in a batch; a call is about 64 at most, so that a request stays small.</param>
    public static CourierPace Of(int workers, int batchSize) => new(Math.Max(workers, 1), Math.Clamp(batchSize, 1, MostPaths));
}
