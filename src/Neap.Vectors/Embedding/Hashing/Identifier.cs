using System.Runtime.CompilerServices;

namespace Neap.Vectors.Embedding.Hashing;

/// <summary>The identifier being read, as its words: <c>parse_config</c> and <c>parseConfig</c> are one.</summary>
internal struct Identifier
{
    private const int Weight = 300;

    private int _end;
    private int _words;

    /// <summary>Before the first word.</summary>
    public static Identifier None => new() { _end = int.MinValue / 2 };

    /// <summary>The hash of the words so far.</summary>
    public ulong Hash { get; private set; }

    /// <summary>What it adds when it ends here; a single word has been counted already.</summary>
    public readonly int WeightAtEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _words > 1 ? Weight : 0;
    }

    /// <summary>Whether a word that begins at <paramref name="start"/> goes on with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe bool GoesOn(byte* text, int start)
    {
        var gap = start - _end;
        return gap == 0 | (gap == 1 & text[start - 1] == (byte)'_');
    }

    /// <summary>Takes the next word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(ulong word, int end, bool goesOn)
    {
        Hash = goesOn ? WordHash.Mix(Hash, word) : word;
        _words = goesOn ? _words + 1 : 1;
        _end = end;
    }
}
