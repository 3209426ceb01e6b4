using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>From the words of a step to the values of the drivers.</summary>
[Binding]
public static class Transformations
{
    [StepArgumentTransformation]
    public static TextTable Table(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TextTable([.. table.Header], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Values])]);
    }

    [StepArgumentTransformation("^(was|were|got|is|are|gets)$")]
    public static Tense Tense(string verb) => verb is "was" or "were" or "got" ? Drivers.Tense.Past : Drivers.Tense.Present;

    [StepArgumentTransformation]
    public static FailedCount Failed(string words) => FailedCount.Read(words);

    /// <summary>One second, minute, hour or day.</summary>
    public static TimeSpan Unit(string unit) => unit switch
    {
        "second" => TimeSpan.FromSeconds(1),
        "minute" => TimeSpan.FromMinutes(1),
        "hour" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };
}
