using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>Links within the page.</summary>
internal static class Links
{
    /// <summary>A link, or only its text where there is no place to go.</summary>
    public static void Write(Html html, string anchor, string text)
    {
        if (anchor.Length > 0)
        {
            html.Add($"""<a href="#{anchor}">{text}</a>""");
        }
        else
        {
            html.Add($"{text}");
        }
    }

    /// <summary>A list of examples, each with its mark, cut with a count.</summary>
    public static void Write(Html html, IReadOnlyList<Outcome> outcomes, int most)
    {
        foreach (var (outcome, number) in outcomes.Take(most).Select((outcome, number) => (outcome, number)))
        {
            html.Add($"""{(number > 0 ? ", " : "")}<span class="{Looks.Class(outcome.Column)}">{Looks.Sign(outcome.Column)}</span> <a href="#{outcome.Example.Anchor}">{outcome.Example.Name}</a>""");
        }

        if (outcomes.Count > most)
        {
            html.Add($" and {outcomes.Count - most} more");
        }
    }
}
