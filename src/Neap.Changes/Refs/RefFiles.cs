namespace Neap.Changes;

/// <summary>Reads refs from their files, where files can answer alone; a null answer means that git must be asked.</summary>
/// <remarks>This is what a sync without changes costs, so it starts no process.</remarks>
/// <param name="layout">The repository.</param>
internal sealed class RefFiles(RepositoryLayout layout)
{
    private const string Symbolic = "ref:";
    private const string Branches = "refs/heads/";
    private const string Remotes = "refs/remotes/";
    private const int DeepestSymbolicRef = 5;
    private readonly PackedRefs _packed = new(layout.CommonDirectory);

    /// <summary>Where the name points.</summary>
    public RefAnswer? Find(RefName name) => name.Text is "HEAD" or "@" ? Head() : Named(name.Text);

    private RefAnswer? Head()
    {
        var file = Path.Combine(layout.GitDirectory, "HEAD");
        if (File.GetAttributes(file).HasFlag(FileAttributes.ReparsePoint))
        {
            return null; // an old way to write a symbolic ref
        }

        var text = File.ReadAllText(file).Trim();
        if (ObjectId.TryParse(text, out var detached))
        {
            return new RefAnswer.Found(new Tip(RefName.Head, null, new CommitId(detached)));
        }

        if (Target(text) is not { } branch || !IsOfCommits(branch))
        {
            return null;
        }

        return Lookup(branch) switch
        {
            RefValue.Commit { Id: var id } =>
                new RefAnswer.Found(new Tip(RefName.Head, Short(branch), new CommitId(id))),
            RefValue.Absent => new RefAnswer.Unborn(),
            _ => null,
        };
    }

    // Git looks for refs/X, refs/tags/X, refs/heads/X and refs/remotes/X in this order and warns where two exist;
    // only the plain case is answered here.
    private RefAnswer.Found? Named(string text)
    {
        if (!PlainName.Is(text))
        {
            return null;
        }

        if (IsOfCommits(text))
        {
            return Answer(text);
        }

        var others = new[] { text, "refs/" + text, "refs/tags/" + text, Remotes + text, Remotes + text + "/HEAD" };
        return others.All(other => Lookup(other) is RefValue.Absent) ? Answer(Branches + text) : null;
    }

    private RefAnswer.Found? Answer(string full) =>
        Lookup(full) is RefValue.Commit { Id: var id } && RefName.TryParse(full, out var name)
            ? new RefAnswer.Found(new Tip(name, Short(full), new CommitId(id)))
            : null;

    private RefValue Lookup(string full)
    {
        for (var depth = 0; depth < DeepestSymbolicRef; depth++)
        {
            var value = Loose(full) ?? _packed.Find(full);
            if (value is not RefValue.Symbolic { Target: var target })
            {
                return value;
            }

            full = target;
        }

        return new RefValue.Unclear();
    }

    private RefValue? Loose(string full)
    {
        var file = Path.Combine(IsPerWorkTree(full) ? layout.GitDirectory : layout.CommonDirectory, full);
        if (!File.Exists(file))
        {
            return null; // the usual case in a packed repository; an exception here would cost a tenth of a short run
        }

        string text;
        try
        {
            text = File.ReadAllText(file).Trim();
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Directory.Exists(file) ? null : new RefValue.Unclear();
        }

        if (ObjectId.TryParse(text, out var id))
        {
            return new RefValue.Commit(id);
        }

        return Target(text) is { } target ? new RefValue.Symbolic(target) : new RefValue.Unclear();
    }

    private static string? Target(string text) =>
        text.StartsWith(Symbolic, StringComparison.Ordinal) && PlainName.Is(text[Symbolic.Length..].Trim())
            ? text[Symbolic.Length..].Trim()
            : null;

    // Git lets only commits into these; a tag may name anything, so git is asked to peel it.
    private static bool IsOfCommits(string full) =>
        full.StartsWith(Branches, StringComparison.Ordinal) || full.StartsWith(Remotes, StringComparison.Ordinal);

    private static bool IsPerWorkTree(string full) =>
        !full.StartsWith("refs/", StringComparison.Ordinal)
        || full.StartsWith("refs/bisect/", StringComparison.Ordinal)
        || full.StartsWith("refs/worktree/", StringComparison.Ordinal)
        || full.StartsWith("refs/rewritten/", StringComparison.Ordinal);

    private static string Short(string full) => full[(full.IndexOf('/', "refs/".Length) + 1)..];
}

/// <summary>What the ref files say of a name.</summary>
internal abstract record RefAnswer
{
    private RefAnswer()
    {
    }

    /// <summary>It points at a commit.</summary>
    internal sealed record Found(Tip Tip) : RefAnswer;

    /// <summary>It is a branch without a commit.</summary>
    internal sealed record Unborn : RefAnswer;
}

/// <summary>What one ref holds.</summary>
internal abstract record RefValue
{
    private RefValue()
    {
    }

    /// <summary>An object's id.</summary>
    internal sealed record Commit(ObjectId Id) : RefValue;

    /// <summary>Another ref's name.</summary>
    internal sealed record Symbolic(string Target) : RefValue;

    /// <summary>There is no such ref.</summary>
    internal sealed record Absent : RefValue;

    /// <summary>Something that only git can read.</summary>
    internal sealed record Unclear : RefValue;
}
