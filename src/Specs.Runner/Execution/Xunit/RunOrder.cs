using System.Globalization;

namespace Reqnroll.Execution;

/// <summary>The order of classes and tests: random, and repeatable by its seed.</summary>
internal static class RunOrder
{
    private const string Variable = "SPECS_SEED";

    /// <summary>Taken from SPECS_SEED, or drawn once for the process; any number of 32 bits.</summary>
    public static int Seed { get; } = int.TryParse(
        Environment.GetEnvironmentVariable(Variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();

    public static string Announcement => $"Order seed {Seed}; {Variable}={Seed} repeats this order.";

    /// <summary>Depends on the names and the seed only, not on the order things were found in.</summary>
    public static IEnumerable<T> Shuffle<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var sorted = items.OrderBy(name, StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(sorted);
        return sorted;
    }
}
