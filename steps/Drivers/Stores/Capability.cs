namespace Drivers;

/// <summary>Something outside that scenarios need: how it is had here, or why it is not.</summary>
/// <param name="Name">Its name in tags (<c>needs.NAME</c>) and in SPECS_REQUIRE.</param>
/// <param name="Source">Where it comes from; null where it is not to be had.</param>
/// <param name="Missing">Why not, and how to provide it; empty where it is there.</param>
public sealed record Capability(string Name, string? Source, string Missing)
{
    /// <summary>True where it is there.</summary>
    public bool IsThere => Source is not null;

    /// <inheritdoc/>
    public override string ToString() => $"{Name,-12} {(IsThere ? "yes" : "no "),-4} {Source ?? Missing}";
}
