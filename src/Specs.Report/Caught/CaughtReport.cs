using System.Text.Json;
using System.Text.Json.Serialization;

namespace Specs.Report.Caught;

/// <summary>Which planted faults the suite caught, when, and at which commit.</summary>
/// <param name="Commit">The commit of suite and engine, of the last run that changed a row.</param>
/// <param name="Date">The day of the run, UTC.</param>
/// <param name="Examples">The examples that ran and passed without any fault.</param>
/// <param name="Faults">One row a fault, in the order of the list.</param>
internal sealed record CaughtReport(string Commit, DateOnly Date, int Examples, IReadOnlyList<FaultResult> Faults)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    /// <summary>The rows of an earlier result; none where there is no such file.</summary>
    /// <exception cref="SpecsException">The file is no such result.</exception>
    public static IReadOnlyList<FaultResult> RowsOf(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<CaughtReport>(File.ReadAllText(path), Form)?.Faults ?? [] : [];
        }
        catch (JsonException mistake)
        {
            throw SpecsException.Input($"{path} is no result of planted faults: {mistake.Message}");
        }
    }
}

/// <summary>What became of one fault.</summary>
/// <param name="Id">The fault.</param>
/// <param name="Commit">The commit of suite and engine that it was tried on.</param>
/// <param name="Breaks">The promise that it breaks.</param>
/// <param name="File">Where it was planted.</param>
/// <param name="End">What became of it.</param>
/// <param name="RedCount">How many examples turned red.</param>
/// <param name="Red">The anchors of the first of them, at most 10.</param>
internal sealed record FaultResult(
    string Id, string Commit, string Breaks, string File, FaultEnd End, int RedCount, IReadOnlyList<string> Red)
{
    /// <summary>The features that were run, below the features folder and without extension; all where none is named.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What the first of the red ones says, in one line; empty where none is red.</summary>
    public string Why { get; init; } = "";
}

/// <summary>What became of a fault.</summary>
internal enum FaultEnd
{
    /// <summary>At least one example turned red.</summary>
    Caught,

    /// <summary>Every example stayed as it was.</summary>
    Missed,

    /// <summary>The suite did not come to its end, which nobody can overlook.</summary>
    RunBroken,

    /// <summary>The compiler refused it: no fault that could be delivered, and not counted.</summary>
    DoesNotBuild,

    /// <summary>Its place is not in the source exactly once: the list has to be brought up to date.</summary>
    Stale,
}
