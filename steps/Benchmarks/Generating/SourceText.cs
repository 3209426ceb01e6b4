using System.Text;

namespace Benchmarks.Generating;

/// <summary>Text that looks like source code; the same number always gives the same text.</summary>
internal sealed class SourceText(int seed)
{
    private const string Words =
        "order basket customer price invoice payment refund shipment address country currency discount stock warehouse "
        + "product category review account session token request response header query filter index cursor page buffer "
        + "stream reader writer parser lexer syntax node branch commit merge history author message channel queue worker "
        + "schedule retry timeout limit budget counter gauge metric report summary total average minimum maximum vector "
        + "matrix distance angle length width height color font layout render canvas event handler listener mouse keyboard "
        + "window panel button label field form table column row cell key value cache store load save open close read write";

    private static readonly string[] List = Words.Split(' ');

    // xorshift: the framework's generator may change between versions, and the repository must not.
    private uint _state = ((uint)seed * 2_654_435_761u) | 1;

    /// <summary>A text of about this many bytes.</summary>
    public string Make(int bytes)
    {
        var text = new StringBuilder(bytes + 256);
        while (text.Length < bytes)
        {
            AddFunction(text);
        }

        return text.ToString();
    }

    /// <summary>A number from 0 up to, but not, <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    private void AddFunction(StringBuilder text)
    {
        text.Append("/* ").Append(Word()).Append(' ').Append(Word()).Append(" of the ").Append(Word()).Append(". */\n");
        text.Append("static int ").Append(Name()).Append("(int ").Append(Word()).Append(", const char *").Append(Word())
            .Append(")\n{\n");
        for (var lines = 3 + Next(12); lines > 0; lines--)
        {
            text.Append("    ").Append(Word()).Append('_').Append(Word()).Append(" = ").Append(Name()).Append('(')
                .Append(Word()).Append(", ").Append(Next(1_000)).Append(");\n");
        }

        text.Append("    return ").Append(Word()).Append(";\n}\n\n");
    }

    private string Word() => List[Next(List.Length)];

    private string Name()
    {
        var second = Word();
        return $"{Word()}{char.ToUpperInvariant(second[0])}{second[1..]}{Next(100)}";
    }
}
