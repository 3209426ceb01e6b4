namespace Neap.Core;

/// <summary>The id of a file's content.</summary>
public readonly record struct BlobId(ObjectId Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a folder's content, with everything below it.</summary>
public readonly record struct TreeId(ObjectId Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a commit.</summary>
public readonly record struct CommitId(ObjectId Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
