using System.Globalization;

namespace Drivers;

/// <summary>How many files or lines are expected to fail.</summary>
/// <param name="Value">0 where a step does not say.</param>
public readonly record struct FailedCount(int Value)
{
    /// <summary>Reads words such as <c> with 2 failed files</c>; no words are none.</summary>
    public static FailedCount Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Length == 0 ? 0 : int.Parse(words.Trim().Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
