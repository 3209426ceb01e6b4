namespace Neap.Core;

/// <summary>What a line asks for.</summary>
public enum LineOperation
{
    /// <summary>A new path.</summary>
    Add,

    /// <summary>Other content at a path.</summary>
    Modify,

    /// <summary>A path that went.</summary>
    Delete,

    /// <summary>A path that became another.</summary>
    Rename,
}
