using System.Text;
using Specs.Report.Gate;
using Specs.Report.Model;

namespace Specs.Report.Exports;

/// <summary>
/// What a hosted CI shows of a step, in Markdown: the gate, the ledger, then what is wrong, failures first.
/// </summary>
/// <remarks>Above its limit a host drops the whole text, so it is cut before, and says how much was.</remarks>
internal sealed class SummaryText(int mostBytes)
{
    private const int Reserve = 200;
    private const int Named = 3;

    private static readonly Verdict[] Order =
    [
        Verdict.Failed, Verdict.Undefined, Verdict.Ambiguous, Verdict.Pending, Verdict.NotRun,
        Verdict.Flaky, Verdict.Quarantined,
    ];

    private readonly StringBuilder _text = new();
    private int _bytes;
    private int _cut;

    public string Of(Findings findings, GateVerdict? gate)
    {
        var documentation = findings.Documentation;
        if (gate is not null)
        {
            Add(GateOf(gate));
        }

        Add($"{documentation.Ledger}\n\n");
        foreach (var reason in documentation.State.Reasons)
        {
            Add($"- **incomplete**: {Markdown.Escape(reason)}\n");
        }

        AddWrong(documentation, findings.History ?? History.None);
        AddMissing(documentation);
        return _cut == 0
            ? _text.ToString()
            : $"{_text}\n…and {_cut} more, which would not fit here; the report has all of them.\n";
    }

    /// <summary>What was left out, by what it waits for.</summary>
    private void AddMissing(Documentation documentation)
    {
        var missing = MissingCapability.Of(documentation.Outcomes.Where(outcome => outcome.Column == Verdict.Skipped));
        if (missing.Count > 0)
        {
            Add($"\n### {documentation.Ledger[Verdict.Skipped]} skipped\n\n");
        }

        foreach (var (reason, outcomes) in missing)
        {
            var names = string.Join(", ", outcomes.Take(Named).Select(outcome => outcome.Example.Name));
            var more = outcomes.Count > Named ? $" and {outcomes.Count - Named} more" : "";
            _cut += Add($"- {Markdown.Escape(reason)}: {Markdown.Escape(names)}{more}\n") ? 0 : outcomes.Count;
        }
    }

    private void AddWrong(Documentation documentation, History history)
    {
        foreach (var column in Order)
        {
            var outcomes = documentation.Outcomes.Where(outcome => outcome.Column == column).ToList();
            if (outcomes.Count > 0)
            {
                Add($"\n### {outcomes.Count} {Ledger.NameOf(column)}\n\n");
            }

            foreach (var outcome in outcomes)
            {
                _cut += Add(LineOf(outcome, history.MarkOf(outcome))) ? 0 : 1;
            }
        }
    }

    private static string LineOf(Outcome outcome, Mark mark)
    {
        // That a flaky one is flaky stands above it already.
        var isNews = mark is not (Mark.Steady or Mark.New) && outcome.Column is not Verdict.Flaky;
        var (example, news) = (outcome.Example, isNews ? $" ({mark.ToString().ToLowerInvariant()})" : "");
        var place = $"`{Markdown.Code(example.Path)}:{example.Line}`";
        return $"- **{Markdown.Escape(example.Name)}**{news} {place} {Markdown.Escape(outcome.Reason)}\n";
    }

    private static string GateOf(GateVerdict gate)
    {
        var rows = gate.Rows.OrderBy(row => row.Answer != GateAnswer.NotMet).Select(row =>
            $"| {GateTable.MarkOf(row.Answer).Trim()} | {Markdown.Escape(row.Rule)} | {Markdown.Escape(row.Wanted)} "
            + $"| {Markdown.Escape(row.Found)} "
            + $"| {Markdown.Escape(row.Because.Count == 0 ? "" : row.Because[0].Text)} |\n");
        const string Head = "|  | rule | wanted | found | because of |\n|---|---|---|---|---|\n";
        return $"## {GateTable.Headline(gate)}\n\n{Head}{string.Concat(rows)}\n";
    }

    /// <summary>
    /// False where the text did not fit any more; after that nothing does, so that the order stays true.
    /// </summary>
    private bool Add(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (_cut > 0 || _bytes + bytes > mostBytes - Reserve)
        {
            return false;
        }

        _text.Append(text);
        _bytes += bytes;
        return true;
    }
}
