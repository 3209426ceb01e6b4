using System.Globalization;
using System.Text;
using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>How values are spelled in the tables: words for enumerations, hexadecimal ids, UTC times with milliseconds.</summary>
internal static class Words
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The word of a value, in UTF-8.</summary>
    public static ReadOnlySpan<byte> Of<T>(T value)
        where T : struct, Enum => Table<T>.Words[Names.Number(value)];

    /// <summary>The value of a word. A word that this version does not know means that the file was tampered with.</summary>
    public static T Read<T>(ReadOnlySpan<byte> word)
        where T : struct, Enum
    {
        var number = IndexOf(word, Table<T>.Words);
        return number >= 0
            ? Names.Value<T>(number)
            : throw new InvalidDataException($"'{Encoding.UTF8.GetString(word)}' is no {typeof(T).Name}.");
    }

    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static ObjectId Id(string? hex) => ObjectId.TryParse(hex, out var id)
        ? id
        : throw new InvalidDataException($"'{hex}' is no object id.");

    public static CommitId? Commit(string? hex) => hex is null ? null : new CommitId(Id(hex));

    private static int IndexOf(ReadOnlySpan<byte> word, byte[][] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (word.SequenceEqual(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // By number: see the remark of Names.
    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly byte[][] Words = Array.ConvertAll(Names.All<T>(), Encoding.UTF8.GetBytes);
    }
}
