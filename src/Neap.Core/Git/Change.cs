namespace Neap.Core;

/// <summary>One path that differs between two trees.</summary>
public abstract record Change
{
    private Change(RepoPath path) => Path = path;

    /// <summary>The path that changed.</summary>
    public RepoPath Path { get; }

    /// <summary>The path now holds this content.</summary>
    public sealed record Written(RepoPath Path, BlobId Blob, FileMode Mode) : Change(Path);

    /// <summary>The path holds nothing now.</summary>
    public sealed record Deleted(RepoPath Path) : Change(Path);
}
