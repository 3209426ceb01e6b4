namespace Neap.Core;

/// <summary>What git says a tree entry is.</summary>
public enum FileMode
{
    /// <summary>A file (mode 100644).</summary>
    Regular,

    /// <summary>A file that may be run (mode 100755).</summary>
    Executable,

    /// <summary>A symbolic link (mode 120000); its content is the target's name and is never followed.</summary>
    SymbolicLink,

    /// <summary>The commit of another repository (mode 160000).</summary>
    Submodule,
}
