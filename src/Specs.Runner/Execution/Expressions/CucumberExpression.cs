using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>Compiles a Cucumber expression to a regular expression.</summary>
/// <remarks>Alternatives are bounded by white space and by parameters.</remarks>
internal sealed class CucumberExpression
{
    private readonly string expression;
    private readonly Func<string, ParameterType> find;
    private readonly List<ParameterType> parameters = [];
    private readonly StringBuilder pattern = new("^");
    private readonly List<StringBuilder> alternatives = [new()];
    private int position;

    private CucumberExpression(string expression, Func<string, ParameterType> find)
    {
        this.expression = expression;
        this.find = find;
    }

    public static (Regex Regex, IReadOnlyList<ParameterType> Parameters) Compile(
        string expression, Func<string, ParameterType> find)
    {
        var compiler = new CucumberExpression(expression, find);
        while (compiler.position < expression.Length)
        {
            compiler.ReadNext();
        }

        compiler.CloseWord();
        return (new Regex(compiler.pattern.Append('$').ToString(), RegexOptions.CultureInvariant), compiler.parameters);
    }

    private void ReadNext()
    {
        var letter = expression[position++];
        switch (letter)
        {
            case '\\':
                Write(Escaped());
                break;
            case '(':
                alternatives[^1].Append("(?:").Append(Regex.Escape(ReadOptional())).Append(")?");
                break;
            case '{':
                CloseWord();
                ReadParameter();
                break;
            case '/':
                alternatives.Add(new());
                break;
            default:
                ReadPlain(letter);
                break;
        }
    }

    private void ReadPlain(char letter)
    {
        if (char.IsWhiteSpace(letter))
        {
            CloseWord();
            pattern.Append(Regex.Escape(letter.ToString()));
        }
        else
        {
            Write(letter);
        }
    }

    private char Escaped()
    {
        if (position == expression.Length)
        {
            throw new ExpressionException("the expression ends with an escape.");
        }

        var letter = expression[position++];
        return char.IsWhiteSpace(letter) || "\\(){}/".Contains(letter)
            ? letter
            : throw new ExpressionException($"only white space and \\ ( ) {{ }} / can be escaped, not '{letter}'.");
    }

    private string ReadOptional()
    {
        var text = ReadUntil(')');
        return text.Length == 0 || text.Contains('{', StringComparison.Ordinal)
            ? throw new ExpressionException("an optional part needs plain text between its parentheses.")
            : text;
    }

    private void ReadParameter()
    {
        var parameter = find(ReadUntil('}'));
        parameters.Add(parameter);
        pattern.Append(parameter.Group);
    }

    private string ReadUntil(char end)
    {
        var text = new StringBuilder();
        while (position < expression.Length && expression[position] != end)
        {
            var letter = expression[position++];
            text.Append(letter == '\\' ? Escaped() : letter);
        }

        if (position++ >= expression.Length)
        {
            throw new ExpressionException($"a closing '{end}' is missing.");
        }

        return text.ToString();
    }

    private void Write(char letter) => alternatives[^1].Append(Regex.Escape(letter.ToString()));

    private void CloseWord()
    {
        if (alternatives.Count == 1)
        {
            pattern.Append(alternatives[0]);
        }
        else if (alternatives.Any(alternative => alternative.Length == 0))
        {
            throw new ExpressionException("an alternative is empty; write \\/ for a slash.");
        }
        else
        {
            pattern.Append("(?:").AppendJoin('|', alternatives).Append(')');
        }

        alternatives.Clear();
        alternatives.Add(new());
    }
}
