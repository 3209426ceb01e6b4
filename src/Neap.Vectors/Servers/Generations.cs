namespace Neap.Vectors.Servers;

/// <summary>How far a local index has brought the server, for one slot.</summary>
/// <param name="Shown">What readers see; 0 before anything was shown.</param>
/// <param name="Target">What is being sent; the same as <paramref name="Shown"/> where nothing is.</param>
internal readonly record struct Generations(long Shown, long Target)
{
    private const long LongestStride = 1 << 24;

    /// <summary>
    /// How far a new generation is from the last. Drawn by lot, so that a local index that was put back to an earlier state,
    /// or a second one for the same server, does not meet a generation that was used before.
    /// </summary>
    public static long Stride() => 1 + Random.Shared.NextInt64(LongestStride);

    /// <summary>The life of points that readers see.</summary>
    public PointLife Visible => new(0, Shown) { RetiredAfter = Shown };

    /// <summary>Lives that begin in generations that this local index has not made: such points are another's.</summary>
    public IEnumerable<PointLife> Strange => new PointLife[] { new(Shown, Target - 1), new(Math.Max(Shown, Target), Point.Never) }
        .Where(life => life.BornAfter < life.BornLast);

    /// <summary>True where a point of that birth is another local index's.</summary>
    public bool IsStrange(long born) => born > Shown && born != Target;
}
