namespace Properties;

/// <summary>How often a property is tried: a little in every run, a lot in the nightly lane (<c>SPECS_SLOW=1</c>).</summary>
internal static class Effort
{
    private static bool IsNight => Environment.GetEnvironmentVariable("SPECS_SLOW") == "1";

    /// <summary>The number of tries.</summary>
    public static int Of(int byDay, int byNight) => IsNight ? byNight : byDay;

    /// <summary>Where a series of inputs starts; <c>SPECS_SEED</c> repeats one.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("SPECS_SEED"), out var seed)
        ? seed
        : IsNight ? Random.Shared.Next() : 20_260_302;
}
