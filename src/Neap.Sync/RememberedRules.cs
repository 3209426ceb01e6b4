using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>The rules that decided which paths belong in a revision, as the revision remembers them.</summary>
/// <remarks>Written as <c>version;skip-vendored</c>, with <c>+secrets</c> behind the version where they are in, and <c>;scope</c> after it where the repository is divided.</remarks>
public static class RememberedRules
{
    private const string Skip = "skip-vendored";
    private const string Include = "include-vendored";
    private const string WithSecrets = "+secrets";

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
        return PathScope.Parse(revision.PathRules.Split(';') is [_, _, var scope] ? scope : "");
    }

    /// <summary>Whether files that hold secrets were left out.</summary>
    public static bool SkipsSecrets(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return !revision.PathRules.Split(';')[0].EndsWith(WithSecrets, StringComparison.Ordinal);
    }

    internal static string Write(SyncOptions options, PathScope scope)
    {
        var version = options.SkipSecrets ? PathRules.Version : PathRules.Version + WithSecrets;
        var rules = $"{version};{(options.SkipVendored ? Skip : Include)}";
        return scope.Text.Length == 0 ? rules : $"{rules};{scope.Text}";
    }
}
