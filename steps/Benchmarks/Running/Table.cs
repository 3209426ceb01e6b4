using Benchmarks.Measuring;

namespace Benchmarks.Running;

/// <summary>Everything that is measured.</summary>
internal sealed class Table
{
    public Series Nothing { get; } = new("an empty .NET process");

    public Series Version { get; } = new("neap --version");

    public Series CatFile { get; } = new("git cat-file --batch of all blobs");

    public Series CatFilePiped { get; } = new("the same, read through a pipe");

    public Series TreeId { get; } = new("git rev-parse HEAD^{tree}");

    public Series DiffTree { get; } = new("git diff-tree of 1 %");

    public Series BareVectors { get; } = new("bare writing of the rows, vectors only");

    public Series BareDefault { get; } = new("bare writing of the rows and words");

    public Series FullVectors { get; } = new("neap full sync, vectors only");

    public Series FullDefault { get; } = new("neap full sync");

    public Series NoChange { get; } = new("neap sync, no change");

    public Series Incremental { get; } = new("neap sync, 1 % changed");

    public Series Deleted { get; } = new("neap sync, 1 % deleted");

    public Series Renamed { get; } = new("neap sync, 1 % renamed");

    /// <summary>The row of neap at a stage.</summary>
    public Series Neap(Stage stage) => stage switch
    {
        Stage.Full => FullDefault,
        Stage.NoChange => NoChange,
        Stage.Changed => Incremental,
        Stage.Deleted => Deleted,
        _ => Renamed,
    };

    /// <summary>The row of git doing the least that has to be done at a stage.</summary>
    public Series Limit(Stage stage) => stage switch
    {
        Stage.Full => CatFile,
        Stage.NoChange => TreeId,
        _ => DiffTree,
    };

    /// <summary>All rows in the order they are printed.</summary>
    public IReadOnlyList<Series> All =>
    [
        Nothing, Version, CatFile, CatFilePiped, TreeId, DiffTree, BareVectors, BareDefault,
        FullVectors, FullDefault, NoChange, Incremental, Deleted, Renamed,
    ];
}
