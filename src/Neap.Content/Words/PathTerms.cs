using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Neap.Content;

/// <summary>Finds words in paths, by the rules of <see cref="WordCollector"/>, tens of thousands of paths in some milliseconds.</summary>
/// <remarks>Not safe for several threads.</remarks>
public sealed class PathTerms
{
    /// <summary>Words after this many are not looked for.</summary>
    public const int MostTerms = 64;

    private readonly Dictionary<string, ulong> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _spelled;
    private readonly bool[] _firstLetters = new bool[128];
    private readonly WordCollector _words = new();
    private readonly char[] _small = new char[WordCollector.MostTermBytes];

    /// <summary>Looks for the forms of each term.</summary>
    public PathTerms(IReadOnlyList<IReadOnlyList<string>> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        for (var i = 0; i < Math.Min(MostTerms, terms.Count); i++)
        {
            foreach (var form in terms[i])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_terms, form, out _) |= 1UL << i;
                _firstLetters[form[0] & 0x7F] = true;
            }
        }

        _spelled = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The terms that stand in folders and in the name of a path; bit <c>n</c> is term <c>n</c>.</summary>
    /// <param name="path">As git keeps it.</param>
    public (ulong Folders, ulong Name) In(ReadOnlySpan<byte> path)
    {
        var name = path.LastIndexOf((byte)'/') + 1;
        return (InPart(path[..name]), InPart(path[name..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong InPart(ReadOnlySpan<byte> part)
    {
        if (part.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
        {
            return InText(part);
        }

        var found = 0UL;
        ReadOnlySpan<ByteClass> classes = ByteClasses.Table;
        for (var at = 0; at < part.Length;)
        {
            var end = at;
            while (end < part.Length && classes[part[end]] != ByteClass.Separator)
            {
                end++;
            }

            found |= InWord(part[at..end]);
            at = end + 1;
        }

        return found;
    }

    /// <summary>The whole identifier, and its parts: see <see cref="IdentifierSplitter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong InWord(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<ByteClass> classes = ByteClasses.Table;
        var (found, start) = (0UL, 0);
        for (var at = 1; at < word.Length; at++)
        {
            var (kind, before) = (classes[word[at]], classes[word[at - 1]]);
            var startsWord = kind == ByteClass.Capital
                && (before == ByteClass.Small || (at + 1 < word.Length && classes[word[at + 1]] == ByteClass.Small));
            if (startsWord || kind == ByteClass.Joint || before == ByteClass.Joint)
            {
                found |= Find(word[start..at]);
                start = at;
            }
        }

        return found | Find(word[start..]) | (start > 0 ? Find(word.TrimStart((byte)'_')) : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Find(ReadOnlySpan<byte> word)
    {
        if (word.Length < 2 || !_firstLetters[word[0] | 0x20])
        {
            return 0;
        }

        var length = 0;
        foreach (var value in word)
        {
            if (value != (byte)'_' && length < _small.Length)
            {
                _small[length++] = (char)(value | 0x20);
            }
        }

        return _spelled.TryGetValue(_small.AsSpan(0, length), out var terms) ? terms : 0;
    }

    private ulong InText(ReadOnlySpan<byte> part)
    {
        var found = 0UL;
        foreach (var word in _words.Collect(Encoding.UTF8.GetString(part)))
        {
            found |= _terms.GetValueOrDefault(word);
        }

        return found;
    }
}
