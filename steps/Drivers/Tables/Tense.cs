namespace Drivers;

/// <summary>Whether a step tells of the world before, which has to come about, or of the event, whatever becomes of it.</summary>
public enum Tense
{
    /// <summary>The event: it may fail, and a later step says so.</summary>
    Present,

    /// <summary>The world before: it has to succeed as the step says.</summary>
    Past,
}
