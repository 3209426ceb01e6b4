using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Neap.Content;

/// <summary>Finds the words of a text for the lexical index; a question is read by the same rules.</summary>
/// <remarks>
/// An identifier gives itself, in small letters and without underscores, and its parts: <c>parseHttpUrl</c>,
/// <c>ParseHTTPUrl</c> and <c>parse_http_url</c> all give <c>parsehttpurl parse http url</c>. Digits stay with the letters
/// before them (<c>utf8</c>, <c>sha256</c>). A single ASCII character is no word. Scripts without spaces give pairs of
/// characters. Terms hold letters and digits only, at most <see cref="MostTermBytes"/> bytes. Keep one per worker: it is
/// not safe for several threads.
/// </remarks>
public sealed class WordCollector
{
    /// <summary>Name and version of the rules.</summary>
    public const string Version = "words-1";

    /// <summary>A longer word is cut to this many bytes of UTF-8, at a character.</summary>
    public const int MostTermBytes = 64;

    private const ulong SmallLetters = 0x2020202020202020;

    private readonly TermSet _terms = new();
    private readonly WideWords _wide;
    private readonly IdentifierSplitter _splitter;
    private readonly byte[] _small = new byte[MostTermBytes];

    /// <summary>A collector to be used again and again.</summary>
    public WordCollector()
    {
        _splitter = new IdentifierSplitter(_terms);
        _wide = new WideWords(_terms, _splitter);
    }

    /// <summary>Writes the different words of a text, separated by single spaces, in the order of first occurrence.</summary>
    public void Collect(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Fill(utf8);
        output.Write(_terms.Written);
    }

    /// <summary>The different words of a question, in the order of first occurrence.</summary>
    public IReadOnlyList<string> Collect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Fill(Encoding.UTF8.GetBytes(text));
        return Encoding.UTF8.GetString(_terms.Written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Fill(ReadOnlySpan<byte> text)
    {
        _terms.Clear();
        ReadOnlySpan<ByteClass> classes = ByteClasses.Table;
        for (var at = 0; at < text.Length;)
        {
            var first = classes[text[at]];
            if (first == ByteClass.Separator)
            {
                at++;
                continue;
            }

            var end = at + 1;
            var rest = ByteClass.Separator;
            for (; end < text.Length && classes[text[end]] is var next && next != ByteClass.Separator; end++)
            {
                rest |= next;
            }

            Add(text, at..end, first, rest);
            at = end;
        }
    }

    private void Add(ReadOnlySpan<byte> text, Range range, ByteClass first, ByteClass rest)
    {
        var word = text[range];
        if (((first | rest) & ByteClass.Wide) != 0)
        {
            _wide.Add(word);
        }
        else if (word.Length <= MostTermBytes && IsOnePart(first, rest))
        {
            AddWhole(text[range.Start..], word.Length);
        }
        else
        {
            _splitter.Add(word);
        }
    }

    // All small, or one capital and then small, or no small letter at all.
    private static bool IsOnePart(ByteClass first, ByteClass rest) =>
        (first & ByteClass.Joint) == 0
        && ((rest & (ByteClass.Joint | ByteClass.Capital)) == 0
            || ((rest & (ByteClass.Joint | ByteClass.Small)) == 0 && first != ByteClass.Small));

    // In ASCII one bit makes a capital small and leaves digits alone.
    private void AddWhole(ReadOnlySpan<byte> text, int length)
    {
        if (length < 2)
        {
            return;
        }

        if (length <= TermSet.ShortBytes && text.Length >= TermSet.ShortBytes)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(text) | SmallLetters;
            _terms.Add(eight & (ulong.MaxValue >> (64 - (8 * length))), length);
            return;
        }

        var small = _small.AsSpan(0, length);
        for (var at = 0; at < length; at++)
        {
            small[at] = (byte)(text[at] | 0x20);
        }

        _terms.Add(small);
    }
}
