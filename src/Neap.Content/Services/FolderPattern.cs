using Neap.Core;

namespace Neap.Content;

/// <summary>One pattern of a workspace, compiled.</summary>
internal sealed class FolderPattern
{
    // A file that matches stands for its folder, so that "apps/**" is about the folder "apps" as well.
    private const string AnyFile = "/a";

    private readonly PathPattern? _pattern;

    private FolderPattern(string text, bool isException, bool isPlain)
    {
        (Text, IsException) = (text, isException);
        _pattern = isPlain && SurrogateEscape.TryEncode("/" + text + AnyFile, out var bytes) ? PathPattern.Compile(bytes) : null;
    }

    /// <summary>The pattern without <c>!</c> and the slashes around it.</summary>
    public string Text { get; }

    /// <summary>Whether it takes folders back.</summary>
    public bool IsException { get; }

    /// <summary>Whether it is known what it means.</summary>
    public bool IsUnderstood => _pattern is not null;

    /// <summary>Whether it names one folder: no wildcard.</summary>
    public bool IsLiteral => _pattern is { IsLiteral: true };

    /// <summary>The patterns that a text stands for: one for each choice in braces.</summary>
    public static IEnumerable<FolderPattern> Read(string text)
    {
        var isException = text.StartsWith('!');
        var plain = isException ? text[1..] : text;
        if (IsBeyondUs(plain) || Braces.Expand(plain) is not { } choices)
        {
            return [new FolderPattern(plain, isException, isPlain: false)];
        }

        return choices.Select(choice => Clean(choice))
            .Select(choice => new FolderPattern(choice, isException, isPlain: !(IsWild(choice) && choice.StartsWith("..", StringComparison.Ordinal))));
    }

    /// <summary>Whether a folder, relative to the manifest's, is named by the pattern.</summary>
    public bool Fits(string folder) =>
        _pattern is not null && SurrogateEscape.TryEncode(folder + AnyFile, out var bytes) && _pattern.Matches(bytes, isFolder: false);

    /// <summary>Alternatives in round brackets, as in <c>+(a|b)</c>, are read by some tools only.</summary>
    private static bool IsBeyondUs(string pattern) => pattern.Contains('(', StringComparison.Ordinal) && pattern.Contains('|', StringComparison.Ordinal);

    private static bool IsWild(string pattern) => pattern.IndexOfAny(['*', '?', '[']) >= 0;

    private static string Clean(string pattern)
    {
        var plain = pattern.Trim();
        while (plain.StartsWith("./", StringComparison.Ordinal))
        {
            plain = plain[2..];
        }

        return plain.Trim('/');
    }
}
