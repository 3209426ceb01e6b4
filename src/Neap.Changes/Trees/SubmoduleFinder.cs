namespace Neap.Changes;

/// <summary>Finds where the repository of a submodule is kept on this machine.</summary>
/// <param name="git">The repository that has the submodule.</param>
internal sealed class SubmoduleFinder(GitRunner git)
{
    private const string Before = "submodule.";
    private const string After = ".path";

    /// <summary>A folder to open; null where the submodule was never fetched.</summary>
    public async Task<string?> FindAsync(TreeId tree, RepoPath path, CancellationToken cancellation)
    {
        if (CheckedOut(path) is { } folder)
        {
            return folder;
        }

        if (await NameAsync(tree, path, cancellation) is not { } name)
        {
            return null;
        }

        return new[] { git.Layout.GitDirectory, git.Layout.CommonDirectory }
            .Select(directory => Path.Combine(directory, "modules", name))
            .FirstOrDefault(kept => File.Exists(Path.Combine(kept, "HEAD")));
    }

    // The folder may be empty, and then the repository above it would be found instead; so ".git" must be in it.
    private string? CheckedOut(RepoPath path)
    {
        if (git.Layout.WorkTree is not { } top)
        {
            return null;
        }

        var folder = Path.Combine(top, path.ToString());
        return Path.Exists(Path.Combine(folder, ".git")) && !LeadsThroughLink(top, path.ToString()) ? folder : null;
    }

    // A link in a hostile work tree could lead to any repository of this machine.
    private static bool LeadsThroughLink(string top, string path)
    {
        var current = top;
        foreach (var segment in path.Split('/'))
        {
            current = Path.Combine(current, segment);
            if (new DirectoryInfo(current).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string?> NameAsync(TreeId tree, RepoPath path, CancellationToken cancellation)
    {
        var answer = await git.AskAsync(
            ["config", "--null", $"--blob={tree}:.gitmodules", "--get-regexp", @"^submodule\..*\.path$"], cancellation);
        if (!answer.End.Succeeded)
        {
            return null;
        }

        foreach (var entry in SurrogateEscape.Decode(answer.Output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var line = entry.IndexOf('\n', StringComparison.Ordinal);
            if (line > 0 && entry[(line + 1)..].TrimEnd('/') == path.ToString())
            {
                var name = entry[Before.Length..(line - After.Length)];
                return RepoPath.TryParse(name, out _) ? name : null; // a name may not climb out of "modules"
            }
        }

        return null;
    }
}
