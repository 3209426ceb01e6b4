namespace Specs.Report.Model;

/// <summary>
/// An entry of the quarantine file: a scenario that may be red for a while, because somebody works on it.
/// </summary>
/// <param name="Feature">The feature's path below the features folder.</param>
/// <param name="Scenario">The title as it is written.</param>
/// <param name="Owner">The role that answers for it; empty where nobody does.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record QuarantineEntry(
    string Feature, string Scenario, string Owner, string Reason, DateOnly? Since, DateOnly? Until)
{
    /// <summary>Days left on a day; negative once it has ended. None where it has no end.</summary>
    public int? DaysLeft(DateOnly today) => Until?.DayNumber - today.DayNumber;
}

/// <summary>The quarantine file against the suite.</summary>
/// <param name="Entries">In the order of the file.</param>
/// <param name="Unknown">Entries that fit no scenario.</param>
public sealed record Quarantine(IReadOnlyList<QuarantineEntry> Entries, IReadOnlyList<QuarantineEntry> Unknown);
