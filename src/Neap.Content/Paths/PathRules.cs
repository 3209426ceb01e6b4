using Neap.Core;
using FileMode = Neap.Core.FileMode;

namespace Neap.Content;

/// <summary>Decides from its path alone whether a file of a commit belongs in the index.</summary>
/// <remarks>
/// Rules come from every <c>.neapignore</c> (written like <c>.gitignore</c>) and <c>.gitattributes</c> of the same commit;
/// <c>linguist-vendored</c> and <c>linguist-generated</c> override the built-in lists in both directions. Paths are compared
/// as exact bytes. Safe to use from several threads; fastest in git's order, where a folder is decided once.
/// </remarks>
public sealed class PathRules
{
    /// <summary>Name and version of the built-in lists and of how rules are read. Another one means: decide again.</summary>
    public const string Version = "paths-3";

    private static readonly byte[] Attributes = ".gitattributes"u8.ToArray();
    private static readonly byte[] Ignores = ".neapignore"u8.ToArray();

    private readonly Dictionary<byte[], FolderFiles> _files;

    // The folder of the last question. Two threads may overwrite each other's: that costs time, never a wrong answer.
    private FolderState _last;

    private PathRules(Dictionary<byte[], FolderFiles> files)
    {
        _files = files;
        _last = new FolderState(ScopeOf([], null));
    }

    /// <summary>Reads the rules of a commit.</summary>
    /// <param name="ruleFiles">Every rule file of the commit with its bytes; other files are passed over.</param>
    public static PathRules Create(IReadOnlyDictionary<RepoPath, byte[]> ruleFiles)
    {
        ArgumentNullException.ThrowIfNull(ruleFiles);
        var files = new Dictionary<byte[], FolderFiles>(ByteComparer.Instance);
        foreach (var (path, bytes) in ruleFiles)
        {
            if (IsRuleFile(path))
            {
                var folder = path.Folder.ToArray();
                var known = files.GetValueOrDefault(folder, new FolderFiles([], []));
                files[folder] = path.FileName.SequenceEqual(Ignores)
                    ? known with { Ignores = IgnoreFile.Parse(bytes) }
                    : known with { Attributes = AttributeFile.Parse(bytes) };
            }
        }

        return new PathRules(files);
    }

    /// <summary>True where the path names a rule file: when it changes, everything in its folder is decided again.</summary>
    public static bool IsRuleFile(RepoPath path) =>
        path.FileName.SequenceEqual(Attributes) || path.FileName.SequenceEqual(Ignores);

    /// <summary>The rule files that could say something about these paths: two names in each folder above them.</summary>
    public static IReadOnlySet<RepoPath> RuleFilesFor(IEnumerable<RepoPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new HashSet<RepoPath>();
        var seen = new HashSet<byte[]>(ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
        foreach (var path in paths)
        {
            var folder = path.Folder;
            while (seen.Add(folder))
            {
                found.Add(In(folder, Attributes));
                found.Add(In(folder, Ignores));
                folder = folder[..Math.Max(0, folder.LastIndexOf((byte)'/'))];
            }
        }

        return found;
    }

    /// <summary>Why a file stays out of the index; null where it belongs in.</summary>
    /// <remarks>What git says it is comes first, then <c>.neapignore</c>, then secret, vendored, generated.</remarks>
    public SkipReason? Decide(RepoPath path, FileMode mode) => mode switch
    {
        FileMode.SymbolicLink => SkipReason.SymbolicLink,
        FileMode.Submodule => SkipReason.Submodule,
        _ => DecideFile(path, FolderOf(path.Folder)),
    };

    private static SkipReason? DecideFile(RepoPath path, FolderState folder)
    {
        if (folder.Ignores(path.Bytes, isFolder: false))
        {
            return SkipReason.Ignored;
        }

        if (SecretPaths.Is(path.Bytes))
        {
            return SkipReason.Secret;
        }

        var (vendored, generated) = folder.Marks(path.Bytes);
        if (Holds(vendored, folder.Vendored || KnownPaths.IsVendoredFile(path.FileName)))
        {
            return SkipReason.Vendored;
        }

        return Holds(generated, folder.Generated || KnownPaths.IsGeneratedFile(path.FileName))
            ? SkipReason.Generated
            : null;
    }

    private static bool Holds(Mark mark, bool byTradition) => mark switch
    {
        Mark.Yes => true,
        Mark.No => false,
        _ => byTradition,
    };

    private static RepoPath In(ReadOnlySpan<byte> folder, byte[] name) =>
        RepoPath.FromGit(folder.IsEmpty ? name : [.. folder, (byte)'/', .. name]);

    private FolderState FolderOf(ReadOnlySpan<byte> folder)
    {
        var state = Volatile.Read(ref _last);
        if (state.Path.SequenceEqual(folder))
        {
            return state;
        }

        while (!state.Holds(folder))
        {
            state = state.Parent!;
        }

        while (state.Path.Length < folder.Length)
        {
            var start = state.Path.Length == 0 ? 0 : state.Path.Length + 1;
            var slash = folder[start..].IndexOf((byte)'/');
            var path = slash < 0 ? folder : folder[..(start + slash)];
            state = state.Child(path.ToArray(), ScopeOf(path, state.Scope));
        }

        Volatile.Write(ref _last, state);
        return state;
    }

    private RuleScope? ScopeOf(ReadOnlySpan<byte> folder, RuleScope? outer) =>
        _files.Count > 0 && _files.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(folder, out var files)
            ? new RuleScope(folder.IsEmpty ? 0 : folder.Length + 1, files.Ignores, files.Attributes, outer)
            : outer;

    private sealed record FolderFiles(IgnoreRule[] Ignores, AttributeRule[] Attributes);
}
