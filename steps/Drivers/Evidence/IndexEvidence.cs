using Specs.Drawings;

namespace Drivers;

/// <summary>What an event did to the index, as a picture.</summary>
internal static class IndexEvidence
{
    private const int Listed = 20;

    /// <summary>The picture of a delta.</summary>
    /// <param name="before">The index before the event.</param>
    /// <param name="after">The index after it.</param>
    /// <param name="runs">What the runs of the event said.</param>
    public static IndexPicture Of(IndexState before, IndexState after, IReadOnlyList<RunReport> runs)
    {
        var changes = IndexDelta.Between(before, after);
        var gone = changes.Count(change => change.Kind is "removed");
        return new IndexPicture
        {
            Changes = [.. changes.Take(Listed).Select(change => Line(change, before, runs))],
            Unlisted = Math.Max(0, changes.Count - Listed),
            Untouched = after.Files.Count - (changes.Count - gone),
            Embedded = runs.Sum(run => run.Sum("texts_embedded")),
        };
    }

    private static IndexLine Line(IndexChange change, IndexState before, IReadOnlyList<RunReport> runs)
    {
        var file = change.File;
        var old = before.Files.GetValueOrDefault((file.Slot, change.OldPath.Length > 0 ? change.OldPath : file.Path));
        return new IndexLine
        {
            Change = change.Kind,
            Path = PathText.Show(file.Path),
            OldPath = PathText.Show(change.OldPath),
            Before = old?.Entries.Count ?? 0,
            After = change.Kind == "removed" ? 0 : file.Entries.Count,
            Embedded = change.Kind == "removed" ? "" : Embedded(file, runs),
        };
    }

    private static string Embedded(IndexedFile file, IReadOnlyList<RunReport> runs)
    {
        var said = runs.SelectMany(run => run.Changes)
            .Where(change => change.Repository == file.Slot.Repository && change.Change.Text("path") == file.Path)
            .Select(change => change.Change.Text("embedded")).ToList();
        return said.Count == 0 ? "" : said.Contains("true") ? "yes" : "no";
    }
}
