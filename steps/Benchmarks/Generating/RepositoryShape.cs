namespace Benchmarks.Generating;

/// <summary>What a generated repository looks like.</summary>
/// <param name="LeastBytes">Smallest file.</param>
/// <param name="MostBytes">Largest file; sizes are spread evenly between the two.</param>
/// <param name="FilesOfFolder">Files in each folder.</param>
internal sealed record RepositoryShape(int LeastBytes, int MostBytes, int FilesOfFolder)
{
    /// <summary>About 10 KB a file.</summary>
    public static readonly RepositoryShape Mixed = new(500, 19_500, 25);

    /// <summary>About 1.6 KB a file.</summary>
    public static readonly RepositoryShape Small = new(200, 3_000, 40);
}
