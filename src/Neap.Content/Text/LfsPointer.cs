using System.Buffers;

namespace Neap.Content;

/// <summary>Recognises the small text that Git LFS commits in place of a large file.</summary>
/// <remarks>
/// The format is exact (git-lfs, docs/spec.md): under 1,024 bytes, <c>version</c> first, then the other keys in order,
/// one space, one line feed, nothing else. A text that merely talks about LFS is not one.
/// </remarks>
internal static class LfsPointer
{
    private const int LimitBytes = 1024;
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    /// <summary>Whether the whole blob is a pointer.</summary>
    public static bool Is(ReadOnlySpan<byte> blob) =>
        blob.Length < LimitBytes
        && (Take(ref blob, "version https://git-lfs.github.com/spec/v1\n"u8)
            || Take(ref blob, "version https://hawser.github.com/spec/v1\n"u8))
        && TakeExtensions(ref blob)
        && TakeHash(ref blob)
        && Take(ref blob, "size "u8)
        && IsSize(blob);

    private static bool Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        var starts = rest.StartsWith(expected);
        rest = starts ? rest[expected.Length..] : rest;
        return starts;
    }

    private static bool TakeExtensions(ref ReadOnlySpan<byte> rest)
    {
        while (Take(ref rest, "ext-"u8))
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }

        return true;
    }

    private static bool TakeHash(ref ReadOnlySpan<byte> rest)
    {
        const int HashDigits = 64;
        if (!Take(ref rest, "oid sha256:"u8)
            || rest.Length <= HashDigits
            || rest[HashDigits] != '\n'
            || rest[..HashDigits].ContainsAnyExcept(Hex))
        {
            return false;
        }

        rest = rest[(HashDigits + 1)..];
        return true;
    }

    private static bool IsSize(ReadOnlySpan<byte> rest) =>
        rest.Length > 1 && rest[^1] == '\n' && !rest[..^1].ContainsAnyExcept(Digits);
}
