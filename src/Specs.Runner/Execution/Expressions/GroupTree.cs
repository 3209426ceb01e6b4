namespace Reqnroll.Execution;

/// <summary>The capturing groups of a regular expression, nested as they are written.</summary>
/// <remarks>.NET numbers named groups behind all others; an expression of a step has no use for them.</remarks>
internal sealed class GroupTree(int number)
{
    private readonly List<GroupTree> children = [];

    /// <summary>Counts opening parentheses from 1; 0 is the whole expression.</summary>
    public int Number => number;

    public IReadOnlyList<GroupTree> Children => children;

    public static GroupTree Of(string pattern)
    {
        var root = new GroupTree(0);
        var open = new Stack<GroupTree>([root]);
        var count = 0;
        for (var position = 0; position < pattern.Length; position++)
        {
            switch (pattern[position])
            {
                case '\\':
                    position++;
                    break;
                case '[':
                    position = EndOfClass(pattern, position);
                    break;
                case '(' when Captures(pattern, position):
                    var group = new GroupTree(++count);
                    open.Peek().children.Add(group);
                    open.Push(group);
                    break;
                case '(':
                    open.Push(open.Peek());
                    break;
                case ')':
                    open.Pop();
                    break;
            }
        }

        return root;
    }

    private static bool Captures(string pattern, int position) =>
        position + 1 >= pattern.Length || pattern[position + 1] != '?';

    /// <summary>Between square brackets a parenthesis is a letter; a first closing bracket is one too.</summary>
    private static int EndOfClass(string pattern, int start)
    {
        var position = start + 1;
        position += pattern[position] == '^' ? 2 : 1;
        while (position < pattern.Length && pattern[position] != ']')
        {
            position += pattern[position] == '\\' ? 2 : 1;
        }

        return position;
    }
}
