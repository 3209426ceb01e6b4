using System.Globalization;
using System.Text;
using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What was measured, with the limit that the gate sets and the runs before.</summary>
internal static class PerformanceSection
{
    private const double Width = 180;
    private const double Height = 36;

    public static void Write(Html html, PageContent content)
    {
        var metrics = content.Findings.Metrics;
        if (metrics.Count == 0)
        {
            return;
        }

        html.Add($"""<section id="performance" class="part"><h2>Performance</h2><table><thead><tr><th scope=col>figure<th scope=col>limit<th scope=col>now<th scope=col>last {History.StripLength} runs<tbody>""");
        foreach (var metric in metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal))
        {
            var rule = content.Gate?.Rows.FirstOrDefault(row => row.Wanted.StartsWith(metric.Name + " ", StringComparison.Ordinal));
            var (look, sign) = rule?.Answer switch { GateAnswer.Met => ("p", "✓ "), GateAnswer.NotMet => ("x", "✗ "), _ => ("", "") };
            html.Add($"<tr><td>");
            Links.Write(html, metric.Anchor, metric.Name.Replace('_', ' '));
            html.Add($"<td>{rule?.Wanted[(metric.Name.Length + 1)..] ?? ""}<td class=\"{new Markup(look)}\">{sign}{Number(metric.Value)} {metric.Unit}<td>{Curve(metric, content.History)}");
        }

        html.Add($"</table></section>");
    }

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static Markup Curve(Metric metric, History history)
    {
        var values = history.Runs.TakeLast(History.StripLength - 1)
            .Select(run => run.Metrics.TryGetValue(metric.Name, out var value) ? value : double.NaN)
            .Append(metric.Value).Where(double.IsFinite).ToList();
        if (values.Count < 2)
        {
            return Markup.Empty;
        }

        var top = Math.Max(values.Max(), double.Epsilon);
        var points = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            points.Append(CultureInfo.InvariantCulture, $"{Width * i / (values.Count - 1):0.#},{Height - 3 - (values[i] / top * (Height - 6)):0.#} ");
        }

        var words = SafeText.Of($"{metric.Name}: {string.Join(", ", values.Select(Number))}").Text;
        return new($"<svg class=\"dw\" role=\"img\" width=\"{Width}\" height=\"{Height}\" aria-label=\"{words}\"><polyline class=\"l\" points=\"{points.ToString().Trim()}\"/></svg>");
    }
}
