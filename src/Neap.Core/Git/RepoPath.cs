using System.Diagnostics.CodeAnalysis;

namespace Neap.Core;

/// <summary>A file's place in a repository: forward slashes, relative, no <c>.</c> or <c>..</c>, bytes as git keeps them.</summary>
/// <remarks>Git does not say in which encoding a path is; bytes that are not UTF-8 read as <c>\udcXX</c> in text.</remarks>
public readonly struct RepoPath : IEquatable<RepoPath>, IComparable<RepoPath>
{
    private readonly byte[]? _bytes;

    private RepoPath(byte[] bytes) => _bytes = bytes;

    /// <summary>The path as git keeps it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The last segment.</summary>
    public ReadOnlySpan<byte> FileName => Bytes[(Bytes.LastIndexOf((byte)'/') + 1)..];

    /// <summary>Everything before the last slash; empty at the top.</summary>
    public ReadOnlySpan<byte> Folder => Bytes[..Math.Max(0, Bytes.LastIndexOf((byte)'/'))];

    /// <summary>Takes bytes that come from git's own trees or the index, which keep the rules of a path.</summary>
    public static RepoPath FromGit(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Reads a path from outside: refuses empty, absolute, <c>.</c>, <c>..</c>, empty segments and NUL.</summary>
    /// <remarks>The rules are held against the bytes, because text can spell a slash in a second way.</remarks>
    public static bool TryParse([NotNullWhen(true)] string? text, out RepoPath path)
    {
        path = default;
        return text is not null && SurrogateEscape.TryEncode(text, out var bytes) && TryParse(bytes, out path);
    }

    /// <summary>Reads the bytes of a path from outside, by the same rules.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out RepoPath path)
    {
        path = default;
        if (bytes.IsEmpty || bytes.Contains((byte)0))
        {
            return false;
        }

        foreach (var segment in bytes.Split((byte)'/'))
        {
            if (bytes[segment] is [] or [(byte)'.'] or [(byte)'.', (byte)'.'])
            {
                return false;
            }
        }

        path = new RepoPath(bytes.ToArray());
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(RepoPath other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RepoPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Byte order, which is the order of the exports.</summary>
    public int CompareTo(RepoPath other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <summary>The path as text, with <c>\udcXX</c> for each byte that is not UTF-8.</summary>
    public override string ToString() => SurrogateEscape.Decode(Bytes);

    /// <summary>Equal bytes.</summary>
    public static bool operator ==(RepoPath left, RepoPath right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(RepoPath left, RepoPath right) => !left.Equals(right);

    /// <summary>Byte order.</summary>
    public static bool operator <(RepoPath left, RepoPath right) => left.CompareTo(right) < 0;

    /// <summary>Byte order.</summary>
    public static bool operator >(RepoPath left, RepoPath right) => left.CompareTo(right) > 0;

    /// <summary>Byte order.</summary>
    public static bool operator <=(RepoPath left, RepoPath right) => left.CompareTo(right) <= 0;

    /// <summary>Byte order.</summary>
    public static bool operator >=(RepoPath left, RepoPath right) => left.CompareTo(right) >= 0;
}
