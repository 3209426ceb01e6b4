namespace Specs.Report.Model;

/// <summary>What happened to a scenario between two versions of the features.</summary>
public enum ChangeKind
{
    /// <summary>Demands less than before: a looser number, a dropped tag, a removed row or Then step.</summary>
    Weakened,

    /// <summary>Is gone.</summary>
    Removed,

    /// <summary>Is new.</summary>
    Added,

    /// <summary>Says the same in other words, or demands more.</summary>
    Reworded,

    /// <summary>Stands in another file or under another rule.</summary>
    Moved,
}

/// <summary>One change of one scenario.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Path">Its file now, or before where it is gone; below the features folder.</param>
/// <param name="Scenario">Its title now, or before where it is gone.</param>
/// <param name="Details">What exactly, a sentence each.</param>
/// <param name="Anchor">Its place in the page; empty where it is gone.</param>
public sealed record SpecChange(
    ChangeKind Kind, string Path, string Scenario, IReadOnlyList<string> Details, string Anchor);

/// <summary>The difference between two versions of the features.</summary>
/// <param name="Base">The older version, as it was named.</param>
/// <param name="Head">The newer version, as it was named.</param>
/// <param name="Changes">The most serious kind first.</param>
public sealed record SpecDifference(string Base, string Head, IReadOnlyList<SpecChange> Changes)
{
    /// <summary>The changes of a kind.</summary>
    public IEnumerable<SpecChange> Of(ChangeKind kind) => Changes.Where(change => change.Kind == kind);
}
