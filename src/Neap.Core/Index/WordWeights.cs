using System.Numerics;

namespace Neap.Core;

/// <summary>How much a word of a question says: BM25F over prose, code, names and folders, each word counted once a field.</summary>
/// <remarks>
/// Robertson, Zaragoza and Taylor, CIKM 2004. The index knows which chunks hold a word, not how often; for chunks of
/// similar length that changes little. Every store ranks by these figures; decisions 26 and 29 say how they were found.
/// </remarks>
public static class WordWeights
{
    /// <summary>Stands before a word in the lexical index that the chunk holds in prose, and maybe in code too.</summary>
    public const char ProseMark = '+';

    /// <summary>What a word in prose counts beyond one in code alone, which counts 1.</summary>
    public const double Prose = 0.4;

    /// <summary>What a word in a file's name counts, where one in its content counts 1.</summary>
    private const double Name = 0.8;

    /// <summary>What a word in a folder's name counts, which all its files share.</summary>
    private const double Folder = 0.4;

    /// <summary>A word that more chunks hold than this is common.</summary>
    private const int LeastCommon = 4096;

    /// <summary>In a large index, a word is common when more than one chunk in so many holds it.</summary>
    private const int CommonShare = 16;

    /// <summary>The weight of a word that <paramref name="holders"/> of <paramref name="total"/> chunks hold.</summary>
    public static double Of(long holders, long total)
    {
        var held = Math.Max(1, holders);
        return Math.Log(1 + ((Math.Max(total, held) - held + 0.5) / (held + 0.5)));
    }

    /// <summary>Whether a word says too little to bring chunks into a ranking; it still sorts what others brought.</summary>
    public static bool IsCommon(long holders, long total) => holders > Math.Max(LeastCommon, total / CommonShare);

    /// <summary>What a path adds to the score of its file's chunks.</summary>
    /// <param name="words">The words that stand in it.</param>
    /// <param name="weights">The weight of each word of the question.</param>
    public static double Of(PathWords words, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return (Name * Sum(words.Name, weights)) + (Folder * Sum(words.Folders & ~words.Name, weights));
    }

    private static double Sum(ulong bits, IReadOnlyList<double> weights)
    {
        var sum = 0.0;
        for (; bits != 0; bits &= bits - 1)
        {
            sum += weights[BitOperations.TrailingZeroCount(bits)];
        }

        return sum;
    }
}
