using System.Buffers.Binary;
using System.Text;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>Words so common in source code and English that they say little about a text.</summary>
internal static class CommonWords
{
    /// <summary>Slots of <see cref="Table"/>, by the upper 12 bits of a word's hash.</summary>
    public const int SlotShift = 64 - 12;

    private const string English =
        "a all an and any are as at be but by can do does for from had has have if in into is it its may must no not "
        + "of on or should so than that the then this to was we when which will with you";

    private const string Code =
        "abstract await begin bool break case catch char class const continue def default define elif else end endif "
        + "enum extern false finally float foreach get ifdef import include inline int internal let long namespace new "
        + "none null out override param pass private protected public readonly ref return returns self set sizeof "
        + "static string struct summary switch throw true try typedef uint unsigned using var virtual void while";

    /// <summary>The lower half of each common word's hash at the slot of its upper bits, else 0.</summary>
    public static uint[] Table { get; } = Build();

    private static uint[] Build()
    {
        var table = new uint[1 << (64 - SlotShift)];
        Span<byte> word = stackalloc byte[WordHash.LongestBytes];
        foreach (var text in $"{English} {Code}".Split(' '))
        {
            word.Clear();
            Encoding.ASCII.GetBytes(text, word);
            var hash = WordHash.Mix(
                BinaryPrimitives.ReadUInt64LittleEndian(word), BinaryPrimitives.ReadUInt64LittleEndian(word[8..]));
            table[hash >> SlotShift] = (uint)hash;
        }

        return table;
    }
}
