using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>Signed feature hashing of one text after another; belongs to one thread at a time.</summary>
/// <remarks>
/// Features are words, identifiers of several words, and three-letter pieces of words. Everything up to the last step
/// is integer addition, and the last step is a division and square roots that IEEE 754 rounds exactly, so the same text
/// gives the same bits on every machine. The square root of each dimension damps what a text repeats.
/// </remarks>
internal sealed unsafe class HashKernel
{
    private const int SegmentBytes = 2048;
    private const int PaddingBytes = 2 * WordScanner.BlockBytes + WordHash.LongestBytes;

    private readonly int _dimensions;
    private readonly int[] _sums;
    private readonly int[] _starts = new int[SegmentBytes + 16];
    private readonly int[] _ends = new int[SegmentBytes + 16];
    private readonly uint[] _grams = new uint[SegmentBytes + 64];
    private readonly uint[] _common = CommonWords.Table;

    private WordScanner _scanner;
    private Identifier _identifier;

    /// <summary>A kernel for vectors of this length.</summary>
    public HashKernel(int dimensions)
    {
        _dimensions = dimensions;
        _sums = new int[2 * dimensions];
    }

    /// <summary>Length of a vector.</summary>
    public int Dimensions => _dimensions;

    /// <summary>Weight of a word by its length in bytes; the second half is for common words and numbers.</summary>
    private static ReadOnlySpan<ushort> WordWeights =>
    [
        0, 307, 768, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024,
        0, 184, 461, 614, 614, 614, 614, 614, 614, 614, 614, 614, 614, 614, 614, 614, 614,
    ];

    /// <summary>Embeds UTF-8 text; words that it has none of leave a vector of zeros.</summary>
    public void Embed(ReadOnlySpan<byte> text, Span<float> vector)
    {
        var padded = ArrayPool<byte>.Shared.Rent(text.Length + PaddingBytes);
        text.CopyTo(padded);
        padded.AsSpan(text.Length, PaddingBytes).Clear();
        Array.Clear(_sums);
        (_scanner, _identifier) = (default, Identifier.None);
        fixed (byte* bytes = padded)
        fixed (int* sums = _sums)
        {
            AddText(bytes, text.Length, sums);
        }

        ArrayPool<byte>.Shared.Return(padded);
        HashFinish.Write(_sums, vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddText(byte* text, int length, int* sums)
    {
        fixed (int* starts = _starts, ends = _ends)
        {
            var open = starts;
            for (var segment = 0; segment <= length; segment += SegmentBytes)
            {
                var nextStart = open;
                var nextEnd = ends;
                var stop = Math.Min(length + 1, segment + SegmentBytes);
                for (var position = segment; position < stop; position += WordScanner.BlockBytes)
                {
                    _scanner.Scan(text, position, ref nextStart, ref nextEnd);
                }

                var words = (int)(nextEnd - ends);
                AddWords(text, words, sums);
                open = starts;
                if (nextStart - starts > words)
                {
                    *open++ = starts[words];
                }
            }
        }

        Add(sums, _identifier.Hash, _identifier.WeightAtEnd);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWords(byte* text, int count, int* sums)
    {
        var identifier = _identifier;
        fixed (int* starts = _starts, ends = _ends)
        fixed (uint* grams = _grams, common = _common)
        fixed (ushort* weights = WordWeights)
        {
            var gram = grams;
            for (var i = 0; i < count; i++)
            {
                var start = starts[i];
                var length = ends[i] - start;
                if (length > WordHash.LongestBytes)
                {
                    AddLongWord(text + start, length, sums);
                    length = WordHash.LongestBytes;
                }

                var low = WordHash.Lower(Read(text + start));
                var high = WordHash.Lower(Read(text + start + 8));
                low = WordHash.Keep(low, length);
                high = WordHash.Keep(high, length - 8);
                var hash = WordHash.Mix(low, high);
                var quiet = common[hash >> CommonWords.SlotShift] == (uint)hash | (byte)low <= (byte)'9';
                Add(sums, hash, weights[quiet ? length + WordHash.LongestBytes + 1 : length]);
                HashGrams.Write(low, high, _dimensions, gram);
                gram += quiet ? 0 : HashGrams.Count(length);

                var goesOn = identifier.GoesOn(text, start);
                Add(sums, identifier.Hash, goesOn ? 0 : identifier.WeightAtEnd);
                identifier.Take(hash, ends[i], goesOn);
            }

            HashGrams.Add(grams, gram, sums);
        }

        _identifier = identifier;
    }

    /// <summary>The pieces of a run without a break, such as a sentence in Chinese, after its first ones.</summary>
    private void AddLongWord(byte* word, int length, int* sums)
    {
        var grams = stackalloc uint[HashGrams.PerWord];
        for (var offset = HashGrams.PerWord; offset < length; offset += HashGrams.PerWord)
        {
            var rest = Math.Min(WordHash.LongestBytes, length - offset);
            var low = WordHash.Keep(WordHash.Lower(Read(word + offset)), rest);
            var high = WordHash.Keep(WordHash.Lower(Read(word + offset + 8)), rest - 8);
            HashGrams.Write(low, high, _dimensions, grams);
            HashGrams.Add(grams, grams + HashGrams.Count(rest), sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int* sums, ulong hash, int weight) =>
        sums[((hash >> 32) * ((ulong)_dimensions * 2)) >> 32] += weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(byte* at)
    {
        var value = Unsafe.ReadUnaligned<ulong>(at);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
