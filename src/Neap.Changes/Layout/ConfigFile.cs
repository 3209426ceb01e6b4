namespace Neap.Changes;

/// <summary>The few settings of a repository's own <c>config</c> file that decide how it must be read.</summary>
/// <remarks>
/// Git takes <c>extensions.*</c> from this file only, never from an included one, so a plain look is enough for them.
/// </remarks>
/// <param name="FilesHoldRefs">True where refs are files; false for another backend such as reftable.</param>
/// <param name="Partial">True where the repository was cloned without all of its objects.</param>
/// <param name="NamesWorkTree">True where <c>core.worktree</c> points at a work tree, which may be gone.</param>
internal sealed record ConfigFile(bool FilesHoldRefs, bool Partial, bool NamesWorkTree)
{
    /// <summary>Reads the file of the common git directory; a repository without one has the defaults.</summary>
    public static ConfigFile Read(string commonDirectory)
    {
        var file = Path.Combine(commonDirectory, "config");
        var result = new ConfigFile(FilesHoldRefs: true, Partial: false, NamesWorkTree: false);
        if (!File.Exists(file))
        {
            return result;
        }

        var section = "";
        foreach (var raw in File.ReadLines(file))
        {
            var line = raw.AsSpan().Trim();
            if (line.StartsWith('['))
            {
                section = Section(line);
                line = line[(line.IndexOf(']') + 1)..].Trim();
            }

            result = result.With(section, line);
        }

        return result;
    }

    private static string Section(ReadOnlySpan<char> line) =>
        line[1..].TrimStart().ToString().Split(' ', '"', '.', ']')[0].ToLowerInvariant();

    private ConfigFile With(string section, ReadOnlySpan<char> line)
    {
        var equals = line.IndexOf('=');
        var key = (equals < 0 ? line : line[..equals]).Trim().ToString().ToLowerInvariant();
        var value = equals < 0 ? "" : line[(equals + 1)..].Trim().Trim('"').ToString().ToLowerInvariant();
        return (section, key) switch
        {
            ("extensions", "refstorage") => this with { FilesHoldRefs = value == "files" },
            ("extensions", "partialclone") => this with { Partial = true },
            ("remote", "promisor") => this with { Partial = Partial || value is not ("false" or "no" or "off" or "0") },
            ("core", "worktree") => this with { NamesWorkTree = true },
            _ => this,
        };
    }
}
