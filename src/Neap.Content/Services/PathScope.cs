using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>Which paths of a repository belong to one collection.</summary>
/// <remarks>
/// The longest folder that holds a path decides; a folder is compared segment by segment, so <c>api</c> says nothing about
/// <c>api-v2</c>. What the scope is can be written as text and read again, so that a revision remembers it.
/// </remarks>
public sealed class PathScope : IEquatable<PathScope>
{
    private const string RestText = "rest";
    private const string NothingText = "nothing";

    private readonly Dictionary<byte[], bool> _folders;
    private readonly bool _otherwise;

    private PathScope(IEnumerable<KeyValuePair<RepoPath, bool>> folders, bool otherwise, string text)
    {
        _folders = folders.ToDictionary(folder => folder.Key.Bytes.ToArray(), folder => folder.Value, ByteComparer.Instance);
        (_otherwise, Text) = (otherwise, text);
    }

    /// <summary>Every path: the repository is not divided.</summary>
    public static PathScope Everything { get; } = new([], otherwise: true, "");

    /// <summary>No path: the collection is given up for this repository.</summary>
    public static PathScope Nothing { get; } = new([], otherwise: false, NothingText);

    /// <summary>The scope as a revision remembers it; empty for <see cref="Everything"/>.</summary>
    public string Text { get; }

    /// <summary>True where the scope holds what no folder claims.</summary>
    public bool HasRest => _otherwise;

    /// <summary>True where the repository is not divided.</summary>
    public bool IsWhole => _otherwise && _folders.Count == 0;

    /// <summary>The folders that belong to the scope.</summary>
    public IEnumerable<RepoPath> Included => _folders.Where(folder => folder.Value).Select(folder => RepoPath.FromGit(folder.Key));

    /// <summary>The folders that belong to others.</summary>
    public IEnumerable<RepoPath> Excluded => _folders.Where(folder => !folder.Value).Select(folder => RepoPath.FromGit(folder.Key));

    /// <summary>The scope of a service.</summary>
    /// <param name="includes">Its folders and those it uses; they win over an exclusion of the same folder.</param>
    /// <param name="excludes">Folders inside them that belong to others.</param>
    public static PathScope Of(IReadOnlyCollection<RepoPath> includes, IReadOnlyCollection<RepoPath> excludes) =>
        Make(includes, excludes.Where(folder => includes.Any(outer => IsBelow(folder, outer))), RestOf.Others);

    /// <summary>The scope of everything that lies in no service.</summary>
    public static PathScope Rest(IReadOnlyCollection<RepoPath> includes, IReadOnlyCollection<RepoPath> excludes) =>
        Make(includes, excludes, RestOf.Mine);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <exception cref="FormatException">The text is of no scope.</exception>
    public static PathScope Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text == NothingText)
        {
            return text.Length == 0 ? Everything : Nothing;
        }

        var parts = text.Split(',');
        var folders = parts.Where(part => part != RestText)
            .Select(part => KeyValuePair.Create(FolderText.Read(part.AsSpan(1)), part[0] == '+'));
        return new PathScope(folders, parts[0] == RestText, text);
    }

    /// <summary>True where the path belongs to the scope.</summary>
    public bool Contains(RepoPath path)
    {
        if (_folders.Count == 0)
        {
            return _otherwise;
        }

        var folders = _folders.GetAlternateLookup<ReadOnlySpan<byte>>();
        for (var folder = path.Bytes; folder.Length > 0; folder = folder[..Math.Max(0, folder.LastIndexOf((byte)'/'))])
        {
            if (folders.TryGetValue(folder, out var mine))
            {
                return mine;
            }
        }

        return _otherwise;
    }

    /// <inheritdoc/>
    public bool Equals(PathScope? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PathScope);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private enum RestOf
    {
        Others,
        Mine,
    }

    private static PathScope Make(IEnumerable<RepoPath> includes, IEnumerable<RepoPath> excludes, RestOf rest)
    {
        var folders = new SortedDictionary<RepoPath, bool>();
        foreach (var folder in excludes)
        {
            folders[folder] = false;
        }

        foreach (var folder in includes)
        {
            folders[folder] = true;
        }

        var text = new StringBuilder(rest == RestOf.Mine ? RestText : "");
        foreach (var (folder, mine) in folders)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(mine ? '+' : '-').Append(FolderText.Write(folder));
        }

        return new PathScope(folders, rest == RestOf.Mine, text.ToString());
    }

    private static bool IsBelow(RepoPath folder, RepoPath outer) =>
        folder.Bytes.Length > outer.Bytes.Length && folder.Bytes[outer.Bytes.Length] == '/' && folder.Bytes.StartsWith(outer.Bytes);
}
