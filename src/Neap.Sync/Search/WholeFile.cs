namespace Neap.Sync;

/// <summary>What all parts of a file say together: of many parts one is near the question by chance.</summary>
/// <param name="Share">How much the whole weighs in each part, 0 to 1; decision 31 has the figures.</param>
/// <param name="Likeness">How alike two parts of one file are, 0 to 1, as cosines are; it gives the length of their sum.</param>
internal sealed record WholeFile(double Share, double Likeness)
{
    /// <summary>For the ranking by words.</summary>
    public static WholeFile ByWords { get; } = new(0.3, 0.3);

    /// <summary>For the ranking by vectors.</summary>
    public static WholeFile ByMeaning { get; } = new(0.6, 0.7);

    /// <summary>The whole's score: as of a vector that is the sum of its parts' vectors.</summary>
    /// <param name="found">The scores of the parts that the ranking holds.</param>
    /// <param name="count">How many parts the file has, about.</param>
    /// <param name="rest">What each of the other parts is taken to have.</param>
    public double Of(IReadOnlyCollection<double> found, double count, double rest)
    {
        var parts = Math.Max(found.Count, count);
        var sum = found.Sum() + ((parts - found.Count) * Math.Max(0, rest));
        return parts == 0 ? 0 : sum / Math.Sqrt(parts + (parts * (parts - 1) * Likeness));
    }

    /// <summary>A part's score with its share of the whole.</summary>
    public double Mix(double part, double whole) => ((1 - Share) * part) + (Share * whole);
}
