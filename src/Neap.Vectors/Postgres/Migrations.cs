using System.Globalization;

namespace Neap.Vectors.Postgres;

/// <summary>The formats of the schema <c>neap</c>, each made from the one before it in one transaction.</summary>
/// <remarks>
/// Content is written ahead and seen by nobody; <c>file</c> says what is seen. Vectors and words stand in a table for
/// each content key, so that the server itself refuses a vector of another length, and apart from each other, so that a
/// row of up to <see cref="MostDimensionsInRow"/> numbers stays in its page.
/// </remarks>
internal static class Migrations
{
    private static readonly IReadOnlyList<string[]> Steps =
    [
        MigrationSteps.First, MigrationSteps.Second, MigrationSteps.Third, MigrationSteps.Fourth, MigrationSteps.Fifth,
        MigrationSteps.Sixth,
    ];

    /// <summary>The tables of the newest format, those of content keys aside.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "content_key", "blob", "repository", "revision", "file", "sync_runs", "completed_lines", "failed_lines", "compaction",
        "staged_line",
    ];

    /// <summary>A row has to fit into its page of 8 KB; longer vectors stand outside of it, uncompressed.</summary>
    private const int MostDimensionsInRow = 2_000;

    /// <summary>The format this version writes; a higher one is refused, so that nothing of it is lost.</summary>
    public static int Latest => Steps.Count;

    /// <summary>The statements that lead from one format to the next.</summary>
    public static IReadOnlyList<string> From(int version) => Steps[version];

    /// <summary>The table of vectors of a content key. Names cannot be bound; the number is our own.</summary>
    public static string Chunks(long key) => string.Create(CultureInfo.InvariantCulture, $"neap.chunk_{key}");

    /// <summary>The table of words of a content key.</summary>
    public static string Words(long key) => string.Create(CultureInfo.InvariantCulture, $"neap.words_{key}");

    /// <summary>The index of vectors of a content key, without its schema.</summary>
    public static string Neighbours(long key) => string.Create(CultureInfo.InvariantCulture, $"chunk_{key}_neighbours");

    /// <summary>The index of words of a content key, without its schema; formats before this one made it with the table.</summary>
    public static string WordIndex(long key) => string.Create(CultureInfo.InvariantCulture, $"words_{key}_terms_idx");

    /// <summary>Makes the tables of a content key.</summary>
    public static IEnumerable<string> CreateContent(long key, int dimensions)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE {Chunks(key)}(
              blob bigint NOT NULL, number integer NOT NULL, byte_offset bigint NOT NULL, byte_length integer NOT NULL,
              first_line integer NOT NULL, last_line integer NOT NULL, sha bytea NOT NULL,
              vec vector({dimensions}) NOT NULL, PRIMARY KEY(blob, number))
            """);
        var storage = dimensions <= MostDimensionsInRow ? "PLAIN" : "EXTERNAL";
        yield return $"ALTER TABLE {Chunks(key)} ALTER COLUMN vec SET STORAGE {storage}";
        yield return $"CREATE TABLE {Words(key)}(blob bigint NOT NULL, number integer NOT NULL, terms tsvector NOT NULL)";
        yield return $"CREATE INDEX ON {Words(key)} (blob)";
    }
}
