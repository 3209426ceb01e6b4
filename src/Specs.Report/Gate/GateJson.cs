using System.Text.Json;
using Specs.Report.Model;

namespace Specs.Report.Gate;

/// <summary>The gate's answer for scripts.</summary>
internal static class GateJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Of(GateVerdict gate, Documentation documentation) => JsonSerializer.Serialize(
        new
        {
            open = gate.IsOpen,
            exit_code = gate.ExitCode,
            complete = gate.IsComplete,
            specified = documentation.Ledger.Specified,
            ledger = Ledger.Columns.ToDictionary(Ledger.NameOf, column => documentation.Ledger[column]),
            rules = gate.Rows.Select(row => new
            {
                rule = row.Rule,
                wanted = row.Wanted,
                found = row.Found,
                answer = AnswerOf(row.Answer),
                because = row.Because.Select(cause => new { text = cause.Text, anchor = cause.Anchor }),
            }),
        },
        Options);

    private static string AnswerOf(GateAnswer answer) => answer switch
    {
        GateAnswer.Met => "met",
        GateAnswer.NotMet => "not met",
        _ => "not evaluated",
    };
}
