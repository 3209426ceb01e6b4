using System.Globalization;
using System.Text;

namespace Drivers;

/// <summary>One repository of a scenario: its folder, its objects, and which commit a message means.</summary>
public sealed class Repo : IDisposable
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, string> _messageOf = [];
    private readonly Dictionary<string, string> _commitOf = [];
    private readonly GitCommand _git;
    private IGitObjects? _objects;
    private int _minutes;

    /// <summary>Opens a repository that exists.</summary>
    public Repo(string name, string folder, GitCommand git)
    {
        (Name, Folder, _git) = (name, folder, git);
    }

    /// <summary>The name it was declared with, such as <c>shop</c> or <c>team-a/shop</c>.</summary>
    public string Name { get; }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>The folder with its objects and refs.</summary>
    public string GitFolder => Directory.Exists(Path.Combine(Folder, ".git")) ? Path.Combine(Folder, ".git") : Folder;

    /// <summary>True where SHA-256 names its objects, which libgit2 cannot read.</summary>
    public bool IsSha256 { get; init; }

    /// <summary>True for a clone that fetches contents when they are needed, which libgit2 cannot read either.</summary>
    public bool IsPartial { get; set; }

    /// <summary>False for a plain folder.</summary>
    public bool IsRepository => File.Exists(Path.Combine(GitFolder, "HEAD"));

    /// <summary>True once files were checked out; then they follow the branch.</summary>
    public bool HasWorkTree { get; set; }

    /// <summary>Its objects and refs.</summary>
    public IGitObjects Objects => _objects ??= IsSha256 || IsPartial ? new GitObjects(Folder, _git) : new LibGitObjects(Folder, _git);

    /// <summary>The branch that <c>HEAD</c> is on; null when detached.</summary>
    public string? Branch
    {
        get
        {
            const string Prefix = "ref: refs/heads/";
            var head = File.ReadAllText(Path.Combine(GitFolder, "HEAD")).TrimEnd('\n');
            return head.StartsWith(Prefix, StringComparison.Ordinal) ? head[Prefix.Length..] : null;
        }
    }

    /// <summary>The commit that <c>HEAD</c> leads to; null where there is none.</summary>
    public string? Head => Branch is { } branch
        ? Tip(branch)
        : File.ReadAllText(Path.Combine(GitFolder, "HEAD")).Trim();

    /// <summary>Runs git in the repository.</summary>
    public string Git(params string[] arguments) => _git.Run(Folder, arguments);

    /// <summary>Runs git in the repository with input.</summary>
    public byte[] Git(GitInput input, params string[] arguments) => _git.Run(Folder, input, arguments);

    /// <summary>The last commit of a branch; null where it has none.</summary>
    public string? Tip(string branch) => Objects.Resolve($"refs/heads/{branch}");

    /// <summary>The last commit of a branch that must have one.</summary>
    public string NeedTip(string branch) =>
        Tip(branch) ?? throw new SpecException($"Branch \"{branch}\" of \"{Name}\" has no commit.");

    /// <summary>The commit that was made with a message; null where there is none.</summary>
    public string? TryFind(string message) => _commitOf.GetValueOrDefault(message);

    /// <summary>The commit that was made with a message; the newest where a rewrite made it again.</summary>
    public string Find(string message) => _commitOf.TryGetValue(message, out var id)
        ? id
        : throw new SpecException($"No commit \"{message}\"; there are: {string.Join(", ", _commitOf.Keys)}.");

    /// <summary>The message of a commit; its id where nobody noted one.</summary>
    public string MessageOf(string commit) => _messageOf.GetValueOrDefault(commit, commit);

    /// <summary>Forgets what is open, after git itself rearranged the folder.</summary>
    public void Reopen()
    {
        _objects?.Dispose();
        _objects = null;
    }

    /// <summary>Makes a commit, one minute after the one before, and notes its message.</summary>
    public string Commit(NewCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var time = (Epoch + TimeSpan.FromMinutes(++_minutes)).ToUnixTimeSeconds();
        var mail = commit.Author.Split(' ')[0].ToLowerInvariant() + "@shop.example";
        var text = new StringBuilder("tree ").Append(commit.Tree).Append('\n');
        foreach (var parent in commit.Parents)
        {
            text.Append("parent ").Append(parent).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"author {commit.Author} <{mail}> {time} +0000\n")
            .Append(CultureInfo.InvariantCulture, $"committer {commit.Author} <{mail}> {time} +0000\n\n{commit.Message}\n");
        return Note(commit.Message, Objects.Write("commit", Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Makes a branch point at a commit; a checked-out working tree follows.</summary>
    public void Move(string branch, string commit)
    {
        Objects.Point($"refs/heads/{branch}", commit);
        if (HasWorkTree && Branch == branch)
        {
            Git("reset", "--hard", "--quiet");
        }
    }

    /// <summary>Notes which commit a message means.</summary>
    public string Note(string message, string commit)
    {
        _commitOf[message] = commit;
        _messageOf[commit] = message;
        return commit;
    }

    /// <summary>Checks out what <c>HEAD</c> names, if that was not done yet.</summary>
    public void EnsureWorkTree()
    {
        if (!HasWorkTree && Head is not null)
        {
            Git("reset", "--hard", "--quiet");
        }

        HasWorkTree = true;
    }

    /// <inheritdoc/>
    public void Dispose() => _objects?.Dispose();
}

/// <summary>A commit to be made.</summary>
public sealed record NewCommit(string Tree, string Message, params IReadOnlyList<string> Parents)
{
    /// <summary>Who makes it.</summary>
    public string Author { get; init; } = "Dana Developer";
}
