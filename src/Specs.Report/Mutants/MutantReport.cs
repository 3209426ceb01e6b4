using System.Text.Json;
using System.Text.Json.Serialization;
using Specs.Report.Caught;

namespace Specs.Report.Mutants;

/// <summary>Which mutants the features killed, when, and at which commit.</summary>
/// <param name="Commit">The commit of suite and engine, of the last run that changed a row.</param>
/// <param name="Date">The day of the run, UTC.</param>
/// <param name="Seed">Which mutants were drawn.</param>
/// <param name="Groups">The parts of the source, in the order of the plan.</param>
/// <param name="Mutants">One row a mutant that was tried, part by part.</param>
internal sealed record MutantReport(
    string Commit, DateOnly Date, int Seed, IReadOnlyList<MutantPart> Groups, IReadOnlyList<MutantResult> Mutants)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    /// <summary>The rows of an earlier result; none where there is no such file.</summary>
    /// <exception cref="SpecsException">The file is no such result.</exception>
    public static IReadOnlyList<MutantResult> RowsOf(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<MutantReport>(File.ReadAllText(path), Form)?.Mutants ?? [] : [];
        }
        catch (JsonException mistake)
        {
            throw SpecsException.Input($"{path} is no result of mutants: {mistake.Message}");
        }
    }
}

/// <summary>A part of the source, and how many mutants its sample was drawn from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Possible">All mutants of its files, whether they compile or not.</param>
internal sealed record MutantPart(string Name, int Possible);

/// <summary>What became of one mutant.</summary>
/// <param name="Id">The mutant.</param>
/// <param name="Group">Its part of the source.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Line">The line, at the commit that it was tried on.</param>
/// <param name="Was">What stands there.</param>
/// <param name="Becomes">What stood there instead.</param>
/// <param name="Commit">The commit of suite and engine that it was tried on.</param>
/// <param name="End">What became of it.</param>
/// <param name="RedCount">How many examples turned red.</param>
/// <param name="Red">The anchors of the first of them.</param>
/// <param name="Why">What the first of them says, in one line.</param>
internal sealed record MutantResult(
    string Id,
    string Group,
    string File,
    int Line,
    string Was,
    string Becomes,
    string Commit,
    FaultEnd End,
    int RedCount,
    IReadOnlyList<string> Red,
    string Why)
{
    /// <summary>Why nobody could see it; null where somebody could.</summary>
    public string? Equivalent { get; init; }

    /// <summary>What was tried, as it came out.</summary>
    public static MutantResult Of(Mutant mutant, string group, FaultResult end) => new(
        mutant.Id, group, mutant.File, mutant.Line, Mutant.OneLine(mutant.Was), Mutant.OneLine(mutant.Becomes),
        end.Commit, end.End, end.RedCount, end.Red, end.Why);
}
