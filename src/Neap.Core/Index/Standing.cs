namespace Neap.Core;

/// <summary>What the index holds of a file.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    /// <summary>Its text, in this many chunks.</summary>
    public sealed record Indexed(int Chunks) : Standing;

    /// <summary>Nothing, on purpose.</summary>
    public sealed record Skipped(SkipReason Reason) : Standing;

    /// <summary>Nothing, because it could not be read as text.</summary>
    public sealed record Failed(FailureCategory Category) : Standing;

    /// <summary>Nobody can say, because the index is damaged there; the next sync that comes by reads it again.</summary>
    /// <param name="Damage">What cannot be understood, as a sentence; null where the content is simply gone.</param>
    public sealed record Lost(string? Damage) : Standing;
}

/// <summary>A content that the index already read.</summary>
/// <param name="Standing">What it holds of it.</param>
/// <param name="SizeBytes">The content's size.</param>
public sealed record KnownBlob(Standing Standing, long SizeBytes);
