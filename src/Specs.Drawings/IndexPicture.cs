namespace Specs.Drawings;

/// <summary>What an event did to an index, path by path.</summary>
public sealed record IndexPicture
{
    /// <summary>What a file with this picture as JSON is called in an attachment.</summary>
    public const string MediaType = "application/vnd.specs.index+json";

    /// <summary>The end of such a file's name.</summary>
    public const string FileEnding = ".index.json";

    /// <summary>The paths that changed.</summary>
    public IReadOnlyList<IndexLine> Changes { get; init; } = [];

    /// <summary>How many more changed and are not listed.</summary>
    public int Unlisted { get; init; }

    /// <summary>How many stayed as they were.</summary>
    public int Untouched { get; init; }

    /// <summary>How many texts were given to the embedder.</summary>
    public long Embedded { get; init; }
}

/// <summary>One path of an index that changed.</summary>
public sealed record IndexLine
{
    /// <summary>What happened: <c>added</c>, <c>updated</c>, <c>moved</c> or <c>removed</c>.</summary>
    public string Change { get; init; } = "";

    /// <summary>The path.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where it was, for one that moved.</summary>
    public string OldPath { get; init; } = "";

    /// <summary>Its chunks before; 0 where it was not there.</summary>
    public int Before { get; init; }

    /// <summary>Its chunks after; 0 where it is gone.</summary>
    public int After { get; init; }

    /// <summary>Whether a vector was paid for: <c>yes</c>, <c>no</c>, or what the run left open.</summary>
    public string Embedded { get; init; } = "";
}
