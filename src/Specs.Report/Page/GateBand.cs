using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>The first thing seen: may this go out, and if not, why.</summary>
/// <remarks>Rules that keep the gate open are folded: what is wrong, or else the features, should stand on the first screen.</remarks>
internal static class GateBand
{
    private const int CausesShown = 6;

    public static void Write(Html html, PageContent content)
    {
        var state = content.Documentation.State;
        if (content.Gate is not { } gate)
        {
            html.Add($"""<section id="gate" class="gate {new Markup(state.IsComplete ? "none" : "shut")}" aria-label="Gate">""");
            html.Add($"<p>No gate file was given: this run is shown, not judged.</p>");
            WriteState(html, content);
            html.Add($"</section>");
            return;
        }

        html.Add($"""<section id="gate" class="gate {new Markup(gate.IsOpen ? "open" : "shut")}" aria-label="Gate"><p><b>{Headline(gate)}</b>{Details(gate)}</p>""");
        WriteState(html, content);
        var closing = gate.Rows.Where(row => row.Answer == GateAnswer.NotMet).ToArray();
        var others = gate.Rows.Where(row => row.Answer != GateAnswer.NotMet).ToArray();
        if (closing.Length > 0)
        {
            WriteRows(html, closing);
        }

        if (others.Length > 0)
        {
            html.Add($"<details><summary>{InWords(others)}</summary>");
            WriteRows(html, others);
            html.Add($"</details>");
        }

        html.Add($"</section>");
    }

    private static string InWords(GateRow[] rows)
    {
        var met = rows.Count(row => row.Answer == GateAnswer.Met);
        var silent = rows.Length - met;
        return $"{met} met{(silent > 0 ? $", {silent} with nothing to judge" : "")}";
    }

    private static void WriteRows(Html html, GateRow[] rows)
    {
        html.Add($"<table><thead><tr><th>rule<th>wanted<th>found<th>because of<tbody>");
        foreach (var row in rows)
        {
            WriteRow(html, row);
        }

        html.Add($"</table>");
    }

    private static string Headline(GateVerdict gate) => gate.IsOpen ? "✓ Gate open" : "✗ Gate closed";

    private static string Details(GateVerdict gate) => gate switch
    {
        { IsComplete: false } => $" — the run is incomplete. Exit code {gate.ExitCode}.",
        { NotMet: 0 } => $" — all {gate.Rows.Count} rules are met or had nothing to judge. Exit code {gate.ExitCode}.",
        { NotMet: 1 } => $" — 1 of {gate.Rows.Count} rules is not met. Exit code {gate.ExitCode}.",
        _ => $" — {gate.NotMet} of {gate.Rows.Count} rules are not met. Exit code {gate.ExitCode}.",
    };

    private static void WriteState(Html html, PageContent content)
    {
        var documentation = content.Documentation;
        if (documentation.State.IsComplete)
        {
            return;
        }

        html.Add($"<p class=x><b>✗ The run is incomplete: {documentation.Ledger.Specified - documentation.Ledger[Verdict.NotRun]} of {documentation.Ledger.Specified} ran.</b></p><ul>");
        foreach (var reason in documentation.State.Reasons)
        {
            html.Add($"<li>{reason}");
        }

        html.Add($"</ul>");
    }

    private static void WriteRow(Html html, GateRow row)
    {
        var (look, sign) = row.Answer switch
        {
            GateAnswer.Met => ("p", "✓"),
            GateAnswer.NotMet => ("x", "✗"),
            _ => ("o", "–"),
        };
        html.Add($"<tr><td>{row.Rule}<td>{row.Wanted}<td class={new Markup(look)}>{sign} {row.Found}<td>");
        foreach (var (cause, number) in row.Because.Take(CausesShown).Select((cause, number) => (cause, number)))
        {
            html.Add($"{(number > 0 ? ", " : "")}");
            Links.Write(html, cause.Anchor, cause.Text);
        }

        if (row.Because.Count > CausesShown)
        {
            html.Add($" and {row.Because.Count - CausesShown} more");
        }
    }
}
