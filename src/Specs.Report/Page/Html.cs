using System.Runtime.CompilerServices;
using System.Text;

namespace Specs.Report.Page;

/// <summary>Writes a page. What stands between braces is text and is escaped, whatever it holds; only <see cref="Markup"/> is not.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new(1 << 20);

    /// <summary>Adds a piece of the page.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        return this;
    }

    /// <summary>Adds markup as it is.</summary>
    public Html Add(Markup markup)
    {
        _text.Append(markup.Text);
        return this;
    }

    /// <summary>The whole page.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Takes the parts of an interpolated string: the literal ones are ours, the others are anybody's.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly Html _html;

        public Piece(int literals, int values, Html html)
        {
            _ = (literals, values);
            _html = html;
        }

        public void AppendLiteral(string ours) => _html._text.Append(ours);

        public void AppendFormatted(string text) => SafeText.Append(_html._text, text);

        public void AppendFormatted(int number) => _html._text.Append(number);

        public void AppendFormatted(long number) => _html._text.Append(number);

        public void AppendFormatted(Markup markup) => _html._text.Append(markup.Text);
    }
}

/// <summary>Text that is known to be harmless HTML, because this room made it.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");
}
