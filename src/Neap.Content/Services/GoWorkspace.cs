namespace Neap.Content;

/// <summary><c>go.work</c>: <c>use ./folder</c>, one by one or in a block.</summary>
internal static class GoWorkspace
{
    private static readonly HashSet<string> Verbs = new(["go", "toolchain", "godebug", "replace", "use"], StringComparer.Ordinal);

    public static IEnumerable<Member> Read(Manifest manifest)
    {
        string? block = null;
        foreach (var line in ManifestText.Lines(manifest.Text, "//"))
        {
            var end = line.IndexOfAny([' ', '\t', '(']);
            var (verb, rest) = block is not null || end < 0 ? (block, line) : (line[..end], line[end..].Trim());
            if (verb is null || !Verbs.Contains(verb))
            {
                yield return Member.Unread.Quoting("has a line that is not understood,", line);
            }
            else if (rest is "(" or ")")
            {
                block = rest == "(" ? verb : null;
            }
            else if (verb == "use")
            {
                yield return new Member.In(ManifestText.Unquote(rest));
            }
        }
    }
}
