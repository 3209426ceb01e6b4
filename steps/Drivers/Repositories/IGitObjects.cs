namespace Drivers;

/// <summary>A repository's objects and refs, read and written without any of the product's code.</summary>
public interface IGitObjects : IDisposable
{
    /// <summary>Writes an object of a kind (<c>blob</c>, <c>tree</c>, <c>commit</c>, <c>tag</c>) and returns its id.</summary>
    string Write(string kind, byte[] bytes);

    /// <summary>A blob's bytes; null where they are not here.</summary>
    byte[]? TryReadBlob(string id);

    /// <summary>A blob's bytes.</summary>
    byte[] ReadBlob(string id) => TryReadBlob(id) ?? throw new SpecException($"The repository has no blob {id}.");

    /// <summary>One level of a tree.</summary>
    IReadOnlyList<TreeItem> ReadTree(string id);

    /// <summary>The tree of a commit.</summary>
    string TreeOf(string commit);

    /// <summary>The commits a commit follows.</summary>
    IReadOnlyList<string> ParentsOf(string commit);

    /// <summary>The commit that a full ref name or <c>HEAD</c> leads to; null where there is none.</summary>
    string? Resolve(string reference);

    /// <summary>Makes a full ref name point at a commit.</summary>
    void Point(string reference, string commit);

    /// <summary>Deletes a ref.</summary>
    void Remove(string reference);
}

/// <summary>One entry of a tree.</summary>
/// <param name="Name">Its name; bytes that are not UTF-8 as lone surrogates.</param>
/// <param name="Mode">Its mode in octal digits, as git writes it.</param>
/// <param name="Id">The object.</param>
public sealed record TreeItem(string Name, string Mode, string Id)
{
    /// <summary>The mode of a file.</summary>
    public const string File = "100644";

    /// <summary>The mode of a file that may be run.</summary>
    public const string Executable = "100755";

    /// <summary>The mode of a symbolic link.</summary>
    public const string Link = "120000";

    /// <summary>The mode of a submodule.</summary>
    public const string Submodule = "160000";

    /// <summary>The mode of a folder.</summary>
    public const string Folder = "40000";
}
