using System.Diagnostics.CodeAnalysis;
using Neap.Core;

namespace Neap.Content;

/// <summary>A filter on whole paths: <c>src/**/*.py</c>; without a slash it is about the file's name: <c>*.md</c>.</summary>
/// <remarks>A folder (<c>docs/</c>, or a name without wildcards: <c>docs</c>) accepts everything below it.</remarks>
public sealed class Glob
{
    private readonly PathPattern _pattern;
    private readonly string _text;

    private Glob(PathPattern pattern, string text) => (_pattern, _text) = (pattern, text);

    /// <summary>Reads a filter; refuses an empty one and one with an unclosed bracket or a lone backslash at the end.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Glob? glob)
    {
        var pattern = string.IsNullOrEmpty(text) || !SurrogateEscape.TryEncode(text, out var bytes)
            ? null
            : PathPattern.Compile(bytes);
        glob = pattern is null ? null : new Glob(pattern, text!);
        return glob is not null;
    }

    /// <summary>Whether the filter accepts a file.</summary>
    public bool Accepts(RepoPath path)
    {
        var bytes = path.Bytes;
        return _pattern.Matches(bytes, isFolder: false)
            || ((_pattern.IsLiteral || _pattern.FoldersOnly) && AcceptsFolderOf(bytes));
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    private bool AcceptsFolderOf(ReadOnlySpan<byte> path)
    {
        for (var slash = path.LastIndexOf((byte)'/'); slash > 0; slash = path.LastIndexOf((byte)'/'))
        {
            path = path[..slash];
            if (_pattern.Matches(path, isFolder: true))
            {
                return true;
            }
        }

        return false;
    }
}
