using Neap.Content;

namespace Neap.Sync;

/// <summary>Manifests that could not be understood, in words.</summary>
internal static class UnreadNotes
{
    private const int Shown = 20;

    /// <summary>One sentence a part, the first 20 of them.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<UnreadManifest> unread) => unread.Count == 0 ? [] :
    [
        .. unread.Take(Shown).Select(part => $"{part.Path} {part.What}, so services may be missing; `.neap.json` can describe them one by one."),
        .. unread.Count > Shown ? (string[])[$"{unread.Count - Shown:N0} more parts of manifests could not be understood."] : [],
    ];
}
