namespace Neap.Vectors.Postgres;

/// <summary>How rows are found by their path, although an index takes no long one.</summary>
/// <remarks>
/// A row of a b-tree has at most 2,704 bytes, and a path of git may have 4,096. So the head of a path is indexed, in the
/// byte order of the paths; the digest of a longer one tells it from those that begin alike.
/// </remarks>
internal static class PathIndex
{
    /// <summary>What makes a path unique, as the index of the table <c>file</c> has it.</summary>
    public const string Key =
        "(substring(path, 1, 1000)), (CASE WHEN length(path) > 1000 THEN sha256(path) ELSE ''::bytea END)";

    /// <summary>The indexed head of a path; rows in the order of head and path are in the order of the path.</summary>
    public static string Head(string path) => $"substring({path}, 1, 1000)";

    /// <summary>The heads of an array of paths.</summary>
    public static string Heads(string paths) => $"ARRAY(SELECT {Head("one")} FROM unnest({paths}::bytea[]) AS one)";
}
