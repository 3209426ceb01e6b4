using Neap.Core;

namespace Neap.Vectors.Stores;

/// <summary>What to tell of rows that hold what no version of Neap has written.</summary>
internal static class IndexDamage
{
    /// <summary>A value that nobody can understand.</summary>
    internal static NeapException Of(string what) => Told($"The index is damaged: {what}", []);

    /// <summary>The same, where it is known which file shows it.</summary>
    internal static NeapException At(RepoPath path, Slot slot, NeapException damage) =>
        Told(damage.Message, [$"{path} in {slot}"]);

    /// <summary>The id of some content, as its bytes were kept.</summary>
    /// <exception cref="NeapException">They are too few or too many.</exception>
    internal static BlobId Blob(ReadOnlySpan<byte> bytes) => bytes.Length is 20 or 32
        ? new BlobId(ObjectId.FromBytes(bytes))
        : throw Of($"{bytes.Length} bytes are no object id.");

    /// <summary>True for what <see cref="Of"/> made.</summary>
    internal static bool Is(NeapException failure) => failure.Kind == FailureKind.IndexDamaged;

    private static NeapException Told(string what, string[] whose) => new(
        FailureKind.IndexDamaged,
        what,
        "The repositories are safe. `neap index rebuild` in the repository reads its content again; where that stops here "
        + "too, name another place with `--store` and run `neap index sync`.")
    {
        Details = whose,
    };
}
