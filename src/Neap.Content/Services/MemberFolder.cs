using Neap.Core;

namespace Neap.Content;

/// <summary>Turns the folder that a manifest names into one of the repository.</summary>
internal static class MemberFolder
{
    /// <summary>A folder inside the repository and not the whole of it; null for anything else.</summary>
    /// <param name="from">The folder of the manifest; empty at the top.</param>
    /// <param name="named">What the manifest says, with slashes of either kind.</param>
    public static RepoPath? Of(string from, string named)
    {
        var parts = new List<string>();
        foreach (var part in $"{from}/{named}".Split('/', '\\'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return RepoPath.TryParse(string.Join('/', parts), out var path) ? path : null;
    }
}
