namespace Specs.Drawings;

/// <summary>A repository as one scenario shows it: its commits in order, its branches, and what the index equals.</summary>
public sealed record RepositoryPicture
{
    /// <summary>What a file with this picture as JSON is called in an attachment.</summary>
    public const string MediaType = "application/vnd.specs.repo+json";

    /// <summary>The end of such a file's name, for tools that know media types by name only.</summary>
    public const string FileEnding = ".repo.json";

    /// <summary>The repository's name.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The names of the lanes from top to bottom; a branch each, empty for commits that no branch reaches.</summary>
    public IReadOnlyList<string> Lanes { get; init; } = [];

    /// <summary>The commits, oldest first.</summary>
    public IReadOnlyList<PictureCommit> Commits { get; init; } = [];

    /// <summary>Tags and other names that point at commits.</summary>
    public IReadOnlyList<PictureName> Names { get; init; } = [];

    /// <summary>How many older commits are not shown.</summary>
    public int Earlier { get; init; }

    /// <summary>The commit that the index equalled before the event; empty where it equalled none.</summary>
    public string Before { get; init; } = "";

    /// <summary>The commit that the index equals now; empty where it equals none.</summary>
    public string Now { get; init; } = "";
}

/// <summary>One commit of a picture.</summary>
public sealed record PictureCommit
{
    /// <summary>What tells it from the others; any text.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its message, first line.</summary>
    public string Message { get; init; } = "";

    /// <summary>Its lane, counted from 0.</summary>
    public int Lane { get; init; }

    /// <summary>The commits it follows.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>True where the event brought it into the index.</summary>
    public bool IsNew { get; init; }
}

/// <summary>A name that points at a commit.</summary>
public sealed record PictureName
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The commit.</summary>
    public string Commit { get; init; } = "";
}
