using System.Text;

namespace Specs.Runner.Generator.Writing;

/// <summary>Lines of C# with their indentation.</summary>
internal sealed class SourceLines
{
    private readonly StringBuilder text = new();
    private int depth;

    public SourceLines Line(string line = "")
    {
        text.Append(' ', line.Length == 0 ? 0 : depth * 4).Append(line).Append('\n');
        return this;
    }

    /// <summary>Directives stand at the left margin.</summary>
    public SourceLines Directive(string line)
    {
        text.Append(line).Append('\n');
        return this;
    }

    public SourceLines Open(string bracket = "{")
    {
        Line(bracket);
        depth++;
        return this;
    }

    public SourceLines Close(string bracket = "}")
    {
        depth--;
        return Line(bracket);
    }

    public override string ToString() => text.ToString();
}
