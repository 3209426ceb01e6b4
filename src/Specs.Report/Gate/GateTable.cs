using Specs.Report.Model;

namespace Specs.Report.Gate;

/// <summary>The gate's answer as lines of text.</summary>
internal static class GateTable
{
    private const int CausesShown = 5;

    public static void Write(TextWriter output, GateVerdict gate, Ledger ledger)
    {
        output.WriteLine(Headline(gate));
        output.WriteLine(ledger);
        foreach (var row in gate.Rows)
        {
            output.WriteLine($"  {MarkOf(row.Answer)} {row.Rule} | wanted {row.Wanted} | found {row.Found}");
            foreach (var cause in row.Because.Take(CausesShown))
            {
                output.WriteLine($"      because of {cause.Text}");
            }

            if (row.Because.Count > CausesShown)
            {
                output.WriteLine($"      and {row.Because.Count - CausesShown} more");
            }
        }
    }

    public static string Headline(GateVerdict gate) => gate.ExitCode switch
    {
        ExitCodes.Open => $"Gate open: all {gate.Rows.Count} rules are met or not evaluated.",
        ExitCodes.Incomplete => "Gate closed: the run is incomplete.",
        _ => $"Gate closed: {gate.NotMet} of {gate.Rows.Count} rules are not met.",
    };

    public static string MarkOf(GateAnswer answer) => answer switch
    {
        GateAnswer.Met => "met          ",
        GateAnswer.NotMet => "NOT MET      ",
        _ => "not evaluated",
    };
}
