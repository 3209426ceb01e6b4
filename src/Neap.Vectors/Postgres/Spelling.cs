using System.Diagnostics.CodeAnalysis;
using System.Text;
using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Postgres;

/// <summary>Words and ids as the tables hold them.</summary>
internal static class Spelling
{
    /// <summary>Reads the word of an enumeration. One that this version does not know means that the table was tampered with.</summary>
    public static T Read<T>(string word)
        where T : struct, Enum => Names.TryParse<T>(word, out var value)
        ? value
        : throw IndexDamage.Of($"'{word}' is no {typeof(T).Name}.");

    /// <summary>The id; empty text is the id of a branch that has no commit.</summary>
    public static ObjectId Id(string hex) => hex.Length == 0 ? ObjectId.None
        : ObjectId.TryParse(hex, out var id) ? id : throw IndexDamage.Of($"'{hex}' is no object id.");

    /// <summary>A commit; null where the column is NULL.</summary>
    public static CommitId? Commit(string? hex) => hex is null ? null : new CommitId(Id(hex));

    /// <summary>A time of the server's, which is UTC.</summary>
    public static DateTimeOffset Time(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>
    /// Words about a line as a text column takes them: PostgreSQL has no NUL, and the driver no half of a character. Both
    /// may stand in what a stranger pipes in.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Words(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    /// <summary>What the columns state, reason and chunks of a blob say; all are NULL where there is no such blob.</summary>
    public static Standing Standing(string? state, string? reason, int chunks)
    {
        try
        {
            return state switch
            {
                "text" => new Standing.Indexed(chunks),
                "skipped" => new Standing.Skipped(Read<SkipReason>(reason ?? "")),
                "failed" => new Standing.Failed(Read<FailureCategory>(reason ?? "")),
                null => new Standing.Lost(null),
                _ => throw IndexDamage.Of($"'{state}' is no state of content."),
            };
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            return new Standing.Lost(damage.Message);
        }
    }

    /// <summary>The columns encoding, state, reason and chunks of a blob.</summary>
    public static (string? Encoding, string State, string? Reason, int Chunks) Of(BlobContent content) => content switch
    {
        BlobContent.Text text => (Names.Of(text.Encoding), "text", null, text.Chunks.Count),
        BlobContent.Skipped skipped => (null, "skipped", Names.Of(skipped.Reason), 0),
        BlobContent.Failed failed => (null, "failed", Names.Of(failed.Category), 0),
        _ => throw new InvalidOperationException($"{content.GetType()} is no content."),
    };
}
