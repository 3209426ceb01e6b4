using Neap.Content;
using Neap.Core;

namespace Neap.Sync;

/// <summary>The rules that decided which paths belong in a revision, as the revision remembers them.</summary>
/// <remarks>Written as <c>version;skip-vendored</c>, and <c>;scope</c> after it where the repository is divided.</remarks>
public static class RememberedRules
{
    private const string Skip = "skip-vendored";
    private const string Include = "include-vendored";

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

    internal static string Write(bool skipVendored, PathScope scope)
    {
        var rules = $"{PathRules.Version};{(skipVendored ? Skip : Include)}";
        return scope.Text.Length == 0 ? rules : $"{rules};{scope.Text}";
    }
}
