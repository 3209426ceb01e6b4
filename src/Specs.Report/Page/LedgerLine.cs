using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>The one count, which always adds up; each figure is the filter for what it counts.</summary>
internal static class LedgerLine
{
    public static void Write(Html html, PageContent content)
    {
        var ledger = content.Documentation.Ledger;
        html.Add($"""<section id="ledger" class="ledger" aria-label="Ledger"><p><b>{ledger.Specified}</b> specified = """);
        foreach (var (column, number) in Ledger.Columns.Select((column, number) => (column, number)))
        {
            html.Add($"""{(number > 0 ? " + " : "")}<button type="button" data-s="{Looks.Key(column)}" aria-pressed="false">{Looks.Sign(column)} {ledger[column]} {Ledger.NameOf(column)}</button>""");
        }

        html.Add($"""</p><p class="more" hidden>also show only <button type="button" data-s="changed" aria-pressed="false">changed specs</button> <button type="button" data-s="regressed" aria-pressed="false">regressed</button> <button type="button" data-s="fixed" aria-pressed="false">fixed</button> <button type="button" data-s="new" aria-pressed="false">new</button> <output id="count"></output></p></section>""");
    }
}
