using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>Finds the words of a text for the lexical index; a question is read by the same rules.</summary>
/// <remarks>
/// An identifier gives itself, in small letters and without underscores, and its parts: <c>parseHttpUrl</c>,
/// <c>ParseHTTPUrl</c> and <c>parse_http_url</c> all give <c>parsehttpurl parse http url</c>. Digits stay with the letters
/// before them (<c>utf8</c>, <c>sha256</c>). A single ASCII character is no word. Scripts without spaces give pairs of
/// characters. Terms hold letters and digits only, at most <see cref="MostTermBytes"/> bytes. A word that a chunk holds in
/// prose is marked (<see cref="WordWeights.ProseMark"/>); it takes the place of the plain word and no further room. Keep one
/// per worker: it is not safe for several threads.
/// </remarks>
public sealed class WordCollector
{
    /// <summary>Name and version of the rules.</summary>
    public const string Version = "words-2";

    /// <summary>A longer word is cut to this many bytes of UTF-8, at a character.</summary>
    public const int MostTermBytes = 64;

    private const ulong SmallLetters = 0x2020202020202020;

    private readonly TermSet _terms = new();
    private readonly WideWords _wide;
    private readonly IdentifierSplitter _splitter;
    private readonly byte[] _small = new byte[MostTermBytes];
    private readonly List<Range> _code = [];

    /// <summary>A collector to be used again and again.</summary>
    public WordCollector()
    {
        _splitter = new IdentifierSplitter(_terms);
        _wide = new WideWords(_terms, _splitter);
    }

    /// <summary>
    /// Writes the different words of a chunk, separated by single spaces: marked those of its prose, then all others.
    /// </summary>
    public void Collect(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _terms.Clear();
        FillFromProse(utf8);
        var marked = _terms.WrittenBytes;
        foreach (var code in _code)
        {
            Fill(utf8, code);
        }

        WriteMarked(_terms.Written[..Math.Min(marked, _terms.Written.Length)], output);
        output.Write(_terms.Written[Math.Min(marked, _terms.Written.Length)..]);
    }

    /// <summary>The different words of a question, in the order of first occurrence.</summary>
    public IReadOnlyList<string> Collect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        _terms.Clear();
        Fill(utf8, 0..utf8.Length);
        return Encoding.UTF8.GetString(_terms.Written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Fills from the lines of prose and notes where the others stand, neighbours as one.</summary>
    private void FillFromProse(ReadOnlySpan<byte> text)
    {
        _code.Clear();
        for (var (line, code) = (0, 0); line < text.Length;)
        {
            var length = text[line..].IndexOf((byte)'\n');
            var next = length < 0 ? text.Length : line + length + 1;
            if (Prose.Is(text[line..next]))
            {
                _code.Add(code..line);
                Fill(text, line..next);
                code = next;
            }

            line = next;
            if (line == text.Length)
            {
                _code.Add(code..line);
            }
        }
    }

    private static void WriteMarked(ReadOnlySpan<byte> terms, IBufferWriter<byte> output)
    {
        var target = output.GetSpan(Math.Max(1, 2 * terms.Length));
        var written = 0;
        var opens = true;
        foreach (var character in terms)
        {
            if (opens)
            {
                target[written++] = (byte)WordWeights.ProseMark;
            }

            target[written++] = character;
            opens = character == (byte)' ';
        }

        output.Advance(written);
    }

    private void Fill(ReadOnlySpan<byte> text, Range range)
    {
        ReadOnlySpan<ByteClass> classes = ByteClasses.Table;
        var stop = range.End.Value;
        for (var at = range.Start.Value; at < stop;)
        {
            var first = classes[text[at]];
            if (first == ByteClass.Separator)
            {
                at++;
                continue;
            }

            var end = at + 1;
            var rest = ByteClass.Separator;
            for (; end < stop && classes[text[end]] is var next && next != ByteClass.Separator; end++)
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
