using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>The rules that decided which paths belong in a revision, as the revision remembers them.</summary>
/// <remarks>
/// Written as <c>version;skip-vendored</c>, with <c>+secrets</c> behind the version where they are in, and <c>;scope</c> after it where the repository is divided.
/// A fourth part tells how the services were found, where that left nothing open; it decides about no path, so it is not compared.
/// </remarks>
public static class RememberedRules
{
    private const string Skip = "skip-vendored";
    private const string Include = "include-vendored";
    private const string WithSecrets = "+secrets";
    private const int Parts = 3;

    /// <summary>Whether vendored and generated files were left out.</summary>
    public static bool SkipsVendored(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return revision.PathRules.Split(';') is [_, Skip, ..];
    }

    /// <summary>Which paths of the repository belong to the collection.</summary>
    public static PathScope ScopeOf(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return PathScope.Parse(revision.PathRules.Split(';') is [_, _, var scope, ..] ? scope : "");
    }

    /// <summary>Whether files that hold secrets were left out.</summary>
    public static bool SkipsSecrets(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return !revision.PathRules.Split(';')[0].EndsWith(WithSecrets, StringComparison.Ordinal);
    }

    /// <summary>Whether the scope of the rest names all services that its commit's manifests have, as they are read today.</summary>
    internal static bool KnowsServices(Revision revision) =>
        revision.PathRules.Split(';') is [PathRules.Version or PathRules.Version + WithSecrets, _, _, ServiceDetector.Version];

    internal static string WithServices(string rules) =>
        $"{rules}{(rules.Split(';').Length < Parts ? ";" : "")};{ServiceDetector.Version}";

    internal static bool AreSame(string rules, string others) => Deciding(rules) == Deciding(others);

    private static string Deciding(string rules) => string.Join(';', rules.Split(';').Take(Parts)).TrimEnd(';');

    internal static string Write(SyncOptions options, PathScope scope)
    {
        var version = options.SkipSecrets ? PathRules.Version : PathRules.Version + WithSecrets;
        var rules = $"{version};{(options.SkipVendored ? Skip : Include)}";
        return scope.Text.Length == 0 ? rules : $"{rules};{scope.Text}";
    }
}
