using System.Buffers;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Specs.Report.Page;

/// <summary>Markdown of features and glossaries as HTML: no HTML of the author's, no image, and links only to where one may go.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Meaningful = SearchValues.Create("*_`[]<>&\\|#~+=!:\t");

    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() =>
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build());

    /// <summary>The HTML of a text; plain sentences do not need the whole machinery.</summary>
    public static Markup Of(string text)
    {
        if (text.Length == 0)
        {
            return Markup.Empty;
        }

        if (IsPlain(text))
        {
            var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(string.Concat(paragraphs.Select(paragraph => $"<p>{SafeText.Of(paragraph).Text}</p>")));
        }

        var document = Markdown.Parse(Visible(text), Pipeline.Value);
        Disarm(document);
        return new(document.ToHtml(Pipeline.Value));
    }

    /// <summary>The tables of a text as rows of plain text, without their headers.</summary>
    public static IEnumerable<IReadOnlyList<Markup>> Rows(string text)
    {
        var document = Markdown.Parse(Visible(text), Pipeline.Value);
        Disarm(document);
        return document.Descendants<Markdig.Extensions.Tables.TableRow>().Where(row => !row.IsHeader)
            .Select(row => row.Select(cell => Render((ContainerBlock)cell)).ToList());
    }

    private static Markup Render(ContainerBlock cell)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text) { ImplicitParagraph = true };
        Pipeline.Value.Setup(renderer);
        renderer.WriteChildren(cell);
        return new(text.ToString().Trim());
    }

    /// <summary>Headings would disturb the order of the page's own; images would ask a host; links may carry script.</summary>
    private static void Disarm(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = 6;
            heading.GetAttributes().AddProperty("role", "presentation");
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = MayGo(link.Url) ? link.Url : "#";
            link.GetDynamicUrl = null;
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MayGo(link.Url)))
        {
            link.Url = "#";
        }
    }

    private static bool MayGo(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? address.Scheme is "http" or "https"
            : url is not null && !url.Contains(':', StringComparison.Ordinal) && !url.StartsWith("//", StringComparison.Ordinal);

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Meaningful)
        && !text.Split('\n').Any(line => line.Length > 0 && (line[0] is '-' or ' ' || char.IsAsciiDigit(line[0])));

    /// <summary>What Markdown would hand through although it cannot be seen.</summary>
    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => $"(U+{rune.Value:X4})",
        _ => rune.ToString(),
    }));
}
