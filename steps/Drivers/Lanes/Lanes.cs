namespace Drivers;

/// <summary>Which scenarios are run: slow ones and benchmarks only on request.</summary>
public static class Lanes
{
    private static readonly Dictionary<string, (string Variable, string Option)> OnRequest = new()
    {
        ["slow"] = ("SPECS_SLOW", "--slow"),
        ["benchmark"] = ("SPECS_BENCHMARK", "--benchmark"),
    };

    /// <summary>Why a scenario with these tags is left out; null where it is run.</summary>
    public static string? WhyNot(IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Where(OnRequest.ContainsKey).Select(tag => OnRequest[tag])
            .Where(lane => Environment.GetEnvironmentVariable(lane.Variable) != "1")
            .Select(lane => $"left out by default; ask for it with steps/test.sh {lane.Option}").FirstOrDefault();
    }
}
