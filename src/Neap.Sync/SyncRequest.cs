using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>What one run is asked to do.</summary>
public sealed record SyncRequest
{
    /// <summary>The collection that is brought in step.</summary>
    public required string Collection { get; init; }

    /// <summary>The repository's name in the index.</summary>
    public required string Repository { get; init; }

    /// <summary>Where the followed ref points.</summary>
    public required Tip Tip { get; init; }

    /// <summary>The tree that uncommitted changes would make; null to index the commit's own.</summary>
    public TreeId? WorkingTree { get; init; }

    /// <summary>Where set, only what differs from this commit belongs in the index.</summary>
    public CommitId? Since { get; init; }

    /// <summary>Which paths of the repository belong to the collection. Default: all.</summary>
    public PathScope Scope { get; init; } = PathScope.Everything;

    /// <summary>
    /// Whether the services beside this rest were found in manifests, all of which were read and understood. Default no.
    /// </summary>
    public bool KnowsServices { get; init; }

    /// <summary>How far the run may go.</summary>
    public SyncMode Mode { get; init; } = SyncMode.Write;

    /// <summary>Whether every path of the branch is compared, even where the commit is the same. Default no.</summary>
    public bool Thorough { get; init; }

    /// <summary>What the index already holds and must be read again all the same.</summary>
    public Distrust Distrust { get; init; } = Distrust.Nothing;

    /// <summary>Whether what the index says of itself may stand for looking.</summary>
    internal bool MayTakeShortcuts => !Thorough && Distrust == Distrust.Nothing;

    /// <summary>True where the slot is given up: nothing of the repository belongs there any more.</summary>
    public bool GivesUp => Scope.Equals(PathScope.Nothing);

    /// <summary>Where the lines come from.</summary>
    public InputSource Source { get; init; } = InputSource.Git;

    /// <summary>What a reader of the report should know of how the request came about. Default: nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The slot the run works for.</summary>
    public Slot Slot => new(Collection, Repository, Tip.Ref.Text);
}

/// <summary>How far a run may go.</summary>
public enum SyncMode
{
    /// <summary>Bring the index in step.</summary>
    Write,

    /// <summary>Read and decide everything, store nothing.</summary>
    DryRun,
}

/// <summary>What of the index is not believed.</summary>
/// <param name="All">True to read everything again.</param>
/// <param name="Paths">Paths whose entries are written again.</param>
/// <param name="Blobs">Content that is read again.</param>
public sealed record Distrust(bool All, IReadOnlySet<RepoPath> Paths, IReadOnlySet<BlobId> Blobs)
{
    /// <summary>Everything stored is believed.</summary>
    public static Distrust Nothing { get; } = new(false, new HashSet<RepoPath>(), new HashSet<BlobId>());

    /// <summary>Nothing stored is believed.</summary>
    public static Distrust Everything { get; } = Nothing with { All = true };
}
