namespace Neap.Changes;

/// <summary>Tells a ref's name, which may be looked up as a file, from an expression, an id, or a way out of the folder.</summary>
internal static class PlainName
{
    private const int LeastIdDigits = 4;
    private const string Special = " ~^:?*[\\\u007f";

    /// <summary>True for a name by git-check-ref-format(1) that cannot be an abbreviated id.</summary>
    public static bool Is(string text) =>
        text.Length > 0
        && !text.Any(letter => Special.Contains(letter, StringComparison.Ordinal))
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("@{", StringComparison.Ordinal)
        && !MayBeId(text)
        && text.Split('/').All(IsSegment);

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '.' && segment != "@"
        && !segment.EndsWith(".lock", StringComparison.Ordinal);

    private static bool MayBeId(string text) => text.Length >= LeastIdDigits && text.All(char.IsAsciiHexDigit);
}
