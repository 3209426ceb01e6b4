using System.Globalization;

namespace Drivers;

/// <summary>One example of the small suite that a scenario describes: what it says, and how it ended.</summary>
/// <param name="Feature">Its file below the features folder.</param>
/// <param name="Name">Its title.</param>
/// <param name="Row">The value of its row in an outline; empty for a plain scenario.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record SampleScenario(string Feature, string Name, string Row, string Tags)
{
    private const string UsualFeature = "shop/orders.feature";

    private static readonly string[] Columns =
        ["FEATURE", "SCENARIO", "ROW", "TAGS", "RESULT", "REASON", "TIME", "FIGURE"];

    /// <summary>How each try ended, in order; none where it never started.</summary>
    public required IReadOnlyList<string> Results { get; init; }

    /// <summary>What was said about the end.</summary>
    public required string Reason { get; init; }

    /// <summary>How long each try took.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>A figure that it attached, as <c>name value unit</c>; empty where it attached none.</summary>
    public required string Figure { get; init; }

    /// <summary>True for a scenario that says nothing.</summary>
    public bool IsEmpty => Results is ["no steps"];

    public static List<SampleScenario> Read(TextTable table) => [.. table.Read(Columns).Select(Read)];

    /// <summary>How each try ended, from a cell such as <c>failed, passed</c>.</summary>
    public static string[] ResultsOf(string cell) => cell == "not run" ? [] : cell.Split(", ");

    private static SampleScenario Read(TableRow row) =>
        new(row.Or("FEATURE", UsualFeature), row["SCENARIO"], row["ROW"], row["TAGS"])
        {
            Results = ResultsOf(row.Or("RESULT", "passed")),
            Reason = row["REASON"],
            Time = TimeSpan.FromMilliseconds(int.Parse(row.Or("TIME", "10 ms").Split(' ')[0],
                CultureInfo.InvariantCulture)),
            Figure = row["FIGURE"],
        };
}
