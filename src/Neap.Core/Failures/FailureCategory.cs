namespace Neap.Core;

/// <summary>Why one file could not be indexed while the others could.</summary>
public enum FailureCategory
{
    /// <summary>The bytes are text in no encoding that Neap reads.</summary>
    Encoding,

    /// <summary>The repository promised the content and could not hand it over.</summary>
    Unreadable,

    /// <summary>Content could not be read.</summary>
    FileSystem,

    /// <summary>The input is wrong, and will be as wrong next time.</summary>
    Validation,
}
