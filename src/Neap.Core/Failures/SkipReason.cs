namespace Neap.Core;

/// <summary>Why a file is left out of the index on purpose. The names are stored and printed in lower case with dashes.</summary>
public enum SkipReason
{
    /// <summary>The bytes are not text.</summary>
    Binary,

    /// <summary>Somebody else's code, by its place or by <c>linguist-vendored</c>.</summary>
    Vendored,

    /// <summary>Written by a tool, by its name or by <c>linguist-generated</c>.</summary>
    Generated,

    /// <summary>Listed in <c>.neapignore</c>.</summary>
    Ignored,

    /// <summary>Larger than the limit (10,485,760 bytes by default).</summary>
    TooLarge,

    /// <summary>A symbolic link; never followed.</summary>
    SymbolicLink,

    /// <summary>The commit of another repository; see <c>--recurse-submodules</c>.</summary>
    Submodule,

    /// <summary>A pointer to content kept in Git LFS.</summary>
    LfsPointer,

    /// <summary>A partial clone does not hold the content and its remote did not hand it over.</summary>
    NotInClone,

    /// <summary>It holds keys, tokens or passwords, by its name or by its content; see <c>--include-secrets</c>.</summary>
    Secret,
}
