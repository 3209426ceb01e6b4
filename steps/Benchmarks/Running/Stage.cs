namespace Benchmarks.Running;

/// <summary>What has to be followed.</summary>
internal enum Stage
{
    /// <summary>A whole commit enters an empty index.</summary>
    Full,

    /// <summary>Nothing.</summary>
    NoChange,

    /// <summary>1 % of the files have other content.</summary>
    Changed,

    /// <summary>1 % of the files are gone.</summary>
    Deleted,

    /// <summary>1 % of the files have another name.</summary>
    Renamed,
}

/// <summary>The stages in words.</summary>
internal static class Stages
{
    public static string NameOf(Stage stage) => stage switch
    {
        Stage.Full => "full sync",
        Stage.NoChange => "no change",
        Stage.Changed => "1 % changed",
        Stage.Deleted => "1 % deleted",
        _ => "1 % renamed",
    };
}
