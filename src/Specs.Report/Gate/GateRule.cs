using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Gate;

/// <summary>A kind of rule that a gate file can hold.</summary>
/// <param name="Title">What it is about, where the gate file gives it no name.</param>
/// <param name="Settings">What it can be told, besides <c>rule</c>, <c>name</c> and <c>no-data</c>.</param>
/// <param name="Judge">Looks at the findings; asks for the settings it needs.</param>
internal sealed record GateRule(string Title, string[] Settings, Func<YamlRow, Findings, RuleResult> Judge)
{
    private static readonly string[] Common = ["rule", "name", "no-data"];

    public GateRow Apply(YamlRow row, Findings findings)
    {
        row.Knowing([.. Common, .. Settings]);
        var result = Judge(row, findings);
        var mayLack = row["no-data"] switch
        {
            "" or "closed" => false,
            "not-evaluated" => true,
            var other => throw row.Wrong($"has a \"no-data\" that is neither closed nor not-evaluated: {other}"),
        };
        return new(Name(row), result.Wanted, result.Found, Answer(result.IsMet, mayLack),
            result.IsMet == true ? [] : result.Because);
    }

    private string Name(YamlRow row) => this switch
    {
        _ when row["name"].Length > 0 => row["name"],
        _ when row["where"].Length > 0 => $"{Title}, {row["where"]}",
        _ => Title,
    };

    private static GateAnswer Answer(bool? isMet, bool mayLack) => isMet switch
    {
        true => GateAnswer.Met,
        false => GateAnswer.NotMet,
        null when mayLack => GateAnswer.NotEvaluated,
        null => GateAnswer.NotMet,
    };
}
