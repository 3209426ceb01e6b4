using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>What was measured in a scenario, and the limits it has to keep; each comparison becomes a metric of the documentation.</summary>
public sealed partial class Measurements(Workspace workspace)
{
    private readonly Dictionary<(string Measure, string Run), double> _values = [];

    /// <summary>Notes a value.</summary>
    public void Note(string measure, string run, double value) => _values[(measure, run)] = value;

    /// <summary>The rows MEASURE, RUN, AGAINST and LIMIT as files to attach, one a row.</summary>
    public IReadOnlyList<string> Attachments(TextTable expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Root, "metrics")).FullName;
        return [.. Read(expected).Select((comparison, i) =>
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i + 1}.metric.json"));
            File.WriteAllText(file, JsonSerializer.Serialize(new
            {
                name = comparison.Name,
                value = Math.Round(comparison.Value, 4),
                unit = comparison.Unit,
                limit = comparison.Limit,
                better = comparison.IsFloor ? "higher" : "lower",
            }));
            return file;
        })];
    }

    /// <summary>Every row keeps its limit.</summary>
    public void ShouldBe(TextTable expected)
    {
        var broken = Read(expected).Where(comparison => !comparison.IsKept).Select(comparison => string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Name} is {comparison.Value:0.####} {comparison.Unit}, and should be {(comparison.IsFloor ? "at least" : "at most")} {comparison.Limit}"));
        broken.Should().BeEmpty("every measure keeps its limit");
    }

    private List<Comparison> Read(TextTable table) =>
        [.. table.Read("MEASURE", "RUN", "AGAINST", "LIMIT").Select(row => Read(row["MEASURE"], row["RUN"], row["AGAINST"], row["LIMIT"]))];

    private Comparison Read(string measure, string run, string against, string limit)
    {
        var match = Limit().Match(limit);
        if (!match.Success)
        {
            throw new SpecException($"A limit reads like \"at least 1.8 times\", not \"{limit}\".");
        }

        var value = ValueOf(measure, run);
        return new Comparison(
            against.Length == 0 ? $"{measure} of {run}" : $"{measure} of {run} against {against}",
            against.Length == 0 ? value : value / ValueOf(measure, against),
            match.Groups[3].Value.Trim(),
            double.Parse(match.Groups[2].Value, NumberStyles.Number, CultureInfo.InvariantCulture),
            match.Groups[1].Value == "at least");
    }

    /// <summary>A measured value; <c>the best</c> and <c>the worst</c> stand for the highest and lowest of all runs.</summary>
    /// <exception cref="SpecException">Nobody measured it.</exception>
    public double ValueOf(string measure, string run)
    {
        var all = _values.Where(value => value.Key.Measure == measure).Select(value => value.Value).ToList();
        return run switch
        {
            "the best" when all.Count > 0 => all.Max(),
            "the worst" when all.Count > 0 => all.Min(),
            _ => _values.TryGetValue((measure, run), out var value)
                ? value
                : throw new SpecException($"Nobody measured the {measure} of \"{run}\"; there are: {string.Join(", ", _values.Keys)}."),
        };
    }

    [GeneratedRegex("^(at least|at most) ([0-9.,]+)(.*)$")]
    private static partial Regex Limit();

    private sealed record Comparison(string Name, double Value, string Unit, double Limit, bool IsFloor)
    {
        public bool IsKept => IsFloor ? Value >= Limit : Value <= Limit;
    }
}
