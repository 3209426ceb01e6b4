using System.Globalization;

namespace Neap.Vectors.Postgres;

/// <summary>What the server compares when it looks for neighbours among vectors of one length.</summary>
/// <param name="Column">The column <c>vec</c>, as it is compared.</param>
/// <param name="Type">The type that a question has to become.</param>
/// <param name="Operators">The operators that a graph of neighbours (HNSW) has to know.</param>
internal sealed record Compared(string Column, string Type, string Operators)
{
    /// <summary>pgvector builds a graph over up to so many single floats.</summary>
    private const int MostSingles = 2_000;

    /// <summary>And over up to so many halves.</summary>
    private const int MostHalves = 4_000;

    /// <summary>The vectors themselves.</summary>
    public static Compared Exactly { get; } = new("vec", "vector", "vector_ip_ops");

    /// <summary>True where vectors stand outside of their rows: the server does not count what fetching them costs.</summary>
    public bool IsFar => this != Exactly;

    /// <summary>
    /// What a graph is built over: the vectors, or halves of longer ones; null where they are so long that every vector is
    /// compared.
    /// </summary>
    public static Compared? ByGraph(int dimensions) => dimensions switch
    {
        <= MostSingles => Exactly,
        <= MostHalves => Halves(string.Create(CultureInfo.InvariantCulture, $"halfvec({dimensions})")),
        _ => null,
    };

    private static Compared Halves(string type) => new($"(vec::{type})", type, "halfvec_ip_ops");
}
