using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Specs.Drawings;

/// <summary>Writes a drawing; every text goes through one place that makes it harmless.</summary>
internal sealed class Svg
{
    /// <summary>What <see cref="Safe"/> changes, or may have to.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), .. "<>&\"'\uFFFE\uFFFF"]);

    private readonly StringBuilder _body = new();

    /// <summary>Adds a piece; texts and numbers in it are made safe.</summary>
    public Svg Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        return this;
    }

    /// <summary>The finished drawing.</summary>
    /// <param name="frame">Where it will stand.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="words">What it shows, for somebody who cannot see it.</param>
    public string Close(Frame frame, (double Width, double Height) size, string words)
    {
        var head = new StringBuilder("<svg class=\"dw\" role=\"img\"");
        if (frame == Frame.Image)
        {
            head.Append(" xmlns=\"http://www.w3.org/2000/svg\"");
        }

        head.Append(
            CultureInfo.InvariantCulture,
            $" width=\"{size.Width:0}\" height=\"{size.Height:0}\" viewBox=\"0 0 {size.Width:0} {size.Height:0}\" aria-label=\"{Safe(words)}\">");
        if (frame == Frame.Image)
        {
            head.Append("<style>").Append(DrawingStyle.Sheet).Append("</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        }

        return head.Append(_body).Append("</svg>").ToString();
    }

    /// <summary>A text cut to a number of characters, never in the middle of one.</summary>
    public static string Cut(string text, int characters)
    {
        if (text.Length <= characters)
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= characters
            ? text
            : string.Concat(runes.Take(characters - 1).Select(rune => rune.ToString())).TrimEnd() + "…";
    }

    /// <summary>Text that XML and HTML both show and never obey; what neither can hold becomes the replacement character.</summary>
    public static string Safe(string text)
    {
        if (!text.AsSpan().ContainsAny(Special) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' or '\r' => " ",
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return safe.ToString();
    }

    /// <summary>Takes the parts of an interpolated string: the literal ones are ours, the others are anybody's.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly StringBuilder _body;

        public Piece(int literals, int values, Svg svg)
        {
            _ = (literals, values);
            _body = svg._body;
        }

        public void AppendLiteral(string ours) => _body.Append(ours);

        public void AppendFormatted(string text) => _body.Append(Safe(text));

        public void AppendFormatted(int number) => _body.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number) => _body.Append(CultureInfo.InvariantCulture, $"{Math.Round(number, 1)}");
    }
}
