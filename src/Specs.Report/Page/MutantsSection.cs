using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>Small changes that were made in the product by rule: how many turned an example red, and which did not.</summary>
internal static class MutantsSection
{
    public static void Write(Html html, PageContent content)
    {
        if (content.Findings.Mutants is not { } trials)
        {
            return;
        }

        html.Add($"""<section id="mutants" class="part"><h2>Changes made by rule</h2><p>A condition turned round, a statement left out, a bound moved by one: a sample of such changes, one at a time{(trials.Day is { } day ? $", as of {day:o}" : "")}{(trials.Commit.Length > 0 ? $" at commit {trials.Commit}" : "")}. A change that nobody could notice is not counted.</p>""");
        html.Add($"<table><thead><tr><th scope=col>part<th scope=col>tried of<th scope=col>noticed<tbody>");
        foreach (var part in trials.Mutants.GroupBy(mutant => mutant.Part))
        {
            html.Add($"<tr><td>{part.Key}<td>{part.Count()} of {trials.Possible.GetValueOrDefault(part.Key)}<td>{MutationScore.Of(part).InWords()}");
        }

        html.Add($"</table>");
        WriteList(html, "Not noticed", trials.Mutants.Where(mutant => mutant.IsMissed).Select(mutant => mutant.Change));
        WriteList(
            html,
            "Nobody could notice",
            trials.Mutants.Where(mutant => mutant.Equivalent is not null).Select(mutant => $"{mutant.Change}: {mutant.Equivalent}"));
        html.Add($"</section>");
    }

    private static void WriteList(Html html, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            html.Add($"<h3>{title}</h3><ul>");
            all.ForEach(line => html.Add($"<li>{line}"));
            html.Add($"</ul>");
        }
    }
}
