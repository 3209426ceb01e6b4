namespace Neap.Vectors.Servers;

/// <summary>What a vector server says about itself.</summary>
/// <param name="Name">Whose server it is.</param>
/// <param name="Version">Its version, as it spells it.</param>
/// <param name="Oldest">The first version that answers everything Neap asks.</param>
public sealed record ServerAbout(string Name, string Version, Version Oldest)
{
    /// <summary>True where it lacks something; a version that is no number is taken at its word.</summary>
    public bool IsTooOld => System.Version.TryParse(Numbers(Version), out var found) && found < Oldest;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Version}";

    /// <summary>Of <c>v1.19.0-dev</c> what stands before the dash.</summary>
    private static string Numbers(string version) =>
        string.Concat(version.TrimStart('v').TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.'));
}
