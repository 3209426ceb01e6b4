using System.Globalization;

namespace Drivers;

/// <summary>How many files or lines are expected to fail.</summary>
/// <param name="Value">0 where a step does not say.</param>
public readonly record struct FailedCount(int Value)
{
    /// <summary>Everything is expected to fail, so that the sync itself does.</summary>
    public static FailedCount Everything { get; } = new(-1);

    /// <summary>Reads words such as <c> with 2 failed files</c> or <c> in vain</c>; no words are none.</summary>
    public static FailedCount Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words == " in vain" ? Everything : new(words.Length == 0 ? 0 : int.Parse(words.Trim().Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
