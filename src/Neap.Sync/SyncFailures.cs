using Neap.Core;

namespace Neap.Sync;

/// <summary>The failures of a run, in the words a person reads.</summary>
internal static class SyncFailures
{
    public static NeapException OtherEmbedder(Slot slot, ContentKey built, ITextEmbedder asked) => new(
        FailureKind.EmbedderMismatch,
        $"Collection {slot.Collection} was built with {built.Embedder} ({built.Dimensions} dimensions), "
            + $"not with {asked.Name} ({asked.Dimensions} dimensions).",
        "Nothing was changed. Search with the embedder of the collection, or run `neap index rebuild` with the new one.");

    /// <summary>Of a kind that is not tried again: the rest is what was decided.</summary>
    public static NeapException Resting(string dependency) => new(
        FailureKind.Unreachable,
        $"The {dependency} failed {BreakerPolicy.Default.Failures} times in a row and is given a rest of "
            + $"{BreakerPolicy.Default.Pause.TotalSeconds:0} s.",
        "Nothing was half written. Look at it, then run the same command again.")
    {
        IsFinal = true,
    };

    /// <param name="wanted">What was asked for, such as <c>repository shop</c>; empty where that is everything.</param>
    public static NeapException NothingToSearch(string wanted) => new(
        FailureKind.IndexMissing,
        wanted.Length == 0 ? "The index holds no repository yet." : $"The index holds no {wanted}.",
        "Nothing was changed. Run `neap index sync` in a repository first; `neap index status` lists what there is.");

    public static NeapException OtherRules(Slot slot) => new(
        FailureKind.Usage,
        $"{slot} was indexed by other rules than those in force, so a feed cannot be laid over it.",
        "Nothing was changed. Run `neap index sync` in the repository first, then give the feed again.");

    public static NeapException NoRepositoryFor(long line, string? name) => new(
        FailureKind.NotARepository,
        name is null
            ? $"Line {line} of the feed names no repository, and this folder belongs to none."
            : $"Line {line} of the feed is about the repository {name}, which is not known here.",
        "Nothing of it was changed. Give the folders of the repositories: `neap index sync FOLDER... --stdin`.");

    public static NeapException BrokenInput(IOException broken) => new(
        FailureKind.Unreachable,
        $"Standard input broke off: {broken.Message}",
        "What was read is kept. Give the same feed again to go on.",
        broken);
}
