using System.Globalization;
using System.Net;
using System.Text;

namespace Neap.Cli;

/// <summary>One bar a run, oldest first, drawn as SVG: no library, no script, nothing fetched.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record BarChart(string Title, string Unit)
{
    private const int Width = 640;
    private const int Height = 220;
    private const int Left = 60;
    private const int Bottom = 40;
    private const int Top = 20;

    public string Draw(IReadOnlyList<(string Label, double Value)> bars)
    {
        var highest = Math.Max(bars.Count == 0 ? 0 : bars.Max(bar => bar.Value), double.Epsilon);
        var step = (double)(Width - Left) / Math.Max(1, bars.Count);
        var svg = new StringBuilder();
        Add(svg, $"<svg role=\"img\" viewBox=\"0 0 {Width} {Height}\" xmlns=\"http://www.w3.org/2000/svg\">");
        Add(svg, $"<title>{Encode(Title)}, {Encode(Unit)}</title>");
        Add(svg, $"<line x1=\"{Left}\" y1=\"{Height - Bottom}\" x2=\"{Width}\" y2=\"{Height - Bottom}\" stroke=\"currentColor\"/>");
        Add(svg, $"<text x=\"{Left - 6}\" y=\"{Top + 4}\" text-anchor=\"end\">{highest:#,0.###}</text>");
        Add(svg, $"<text x=\"{Left - 6}\" y=\"{Height - Bottom}\" text-anchor=\"end\">0</text>");
        for (var i = 0; i < bars.Count; i++)
        {
            var length = (Height - Bottom - Top) * bars[i].Value / highest;
            var x = Left + (i * step);
            Add(svg, $"<rect x=\"{x + (step * 0.15):0.#}\" y=\"{Height - Bottom - length:0.#}\" width=\"{step * 0.7:0.#}\" height=\"{length:0.#}\" fill=\"#2f6f9f\"><title>{Encode(bars[i].Label)}: {bars[i].Value:N3} {Encode(Unit)}</title></rect>");
            Add(svg, $"<text x=\"{x + (step / 2):0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{i + 1}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static void Add(StringBuilder svg, FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));
}
