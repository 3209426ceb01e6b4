namespace Benchmarks.Measuring;

/// <summary>The samples of one row over all rounds.</summary>
internal sealed class Series(string name)
{
    private readonly List<Sample> _samples = [];

    /// <summary>What was measured.</summary>
    public string Name { get; } = name;

    /// <summary>Whether a check after one of the runs failed.</summary>
    public bool IsWrong { get; set; }

    /// <summary>
    /// The most parts of files that were lacking, left over or wrong after one of the runs; the largest number where a run failed.
    /// </summary>
    public long Differences { get; set; }

    /// <summary>Milliseconds: smallest, middle, largest.</summary>
    public Spread Wall => Of(sample => sample.Wall.TotalMilliseconds);

    /// <summary>Milliseconds of processor time.</summary>
    public Spread Cpu => Of(sample => sample.Cpu.TotalMilliseconds);

    /// <summary>Most MB (10^6 bytes) of the process itself.</summary>
    public double OwnPeakMegabytes => _samples.Max(sample => sample.OwnPeakBytes) / 1e6;

    /// <summary>Most MB of its largest child.</summary>
    public double ChildPeakMegabytes => _samples.Max(sample => sample.ChildPeakBytes) / 1e6;

    /// <summary>How many runs.</summary>
    public int Count => _samples.Count;

    /// <summary>Takes one more.</summary>
    public void Add(Sample sample) => _samples.Add(sample);

    private Spread Of(Func<Sample, double> figure)
    {
        var sorted = _samples.Select(figure).Order().ToArray();
        return new Spread(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }
}

/// <summary>Smallest, middle and largest of some figures.</summary>
internal readonly record struct Spread(double Min, double Median, double Max);
