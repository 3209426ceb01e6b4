using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>An outline as the table it is, with a mark and a time for each row.</summary>
internal sealed class OutlineTable(Html html, PageContent content)
{
    private readonly EvidenceView _evidence = new(html);

    public void Write(Scenario scenario)
    {
        foreach (var block in scenario.Blocks)
        {
            html.Add($"<table class=ex>");
            if (block.Name.Length > 0)
            {
                html.Add($"<caption>{block.Name}</caption>");
            }

            html.Add($"<tr><th scope=col>result");
            foreach (var name in block.Header)
            {
                html.Add($"<th scope=col>{name}");
            }

            html.Add($"<th scope=col>time");
            foreach (var row in block.Rows)
            {
                WriteRow(content.Documentation.Of(row));
            }

            html.Add($"</table>{MarkdownText.Of(block.Description)}");
        }

        var drawn = content.Documentation.Of(scenario).FirstOrDefault(outcome => outcome.Result == Verdict.Passed && outcome.Last is not null);
        if (drawn is not null)
        {
            _evidence.WriteGraphs(drawn.Last!);
        }
    }

    private void WriteRow(Outcome outcome)
    {
        html.Add($"""<tr id="{outcome.Example.Anchor}"><td class="{Looks.Class(outcome.Column)}">{Looks.Sign(outcome.Column)} {Ledger.NameOf(outcome.Column)}""");
        foreach (var cell in outcome.Example.Cells)
        {
            html.Add($"<td>{cell}");
        }

        html.Add($"<td>{Looks.Time(outcome.Duration)}{Looks.Strip(content.History, outcome)}");
    }
}
