namespace Neap.Core;

/// <summary>The id of a file's content.</summary>
public readonly record struct BlobId(ObjectId Value)
{
    /// <inheritdoc/>
    public bool Equals(BlobId other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a folder's content, with everything below it.</summary>
public readonly record struct TreeId(ObjectId Value)
{
    /// <inheritdoc/>
    public bool Equals(TreeId other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a commit.</summary>
public readonly record struct CommitId(ObjectId Value)
{
    /// <inheritdoc/>
    public bool Equals(CommitId other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
