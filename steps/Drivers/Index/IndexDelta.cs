namespace Drivers;

/// <summary>What differs between two states of the index, found from the entries alone.</summary>
public static class IndexDelta
{
    /// <summary>A file that is there, gone, or stands for other content; a gone path whose content has a new path moved.</summary>
    public static IReadOnlyList<IndexChange> Between(IndexState before, IndexState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<IndexChange>();
        var gone = before.Files.Where(file => !after.Files.ContainsKey(file.Key)).Select(file => file.Value)
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        foreach (var (key, file) in after.Files.OrderBy(file => file.Key.Path, StringComparer.Ordinal))
        {
            if (before.Files.TryGetValue(key, out var old))
            {
                changes.AddRange(SameEntries(old, file) ? [] : [new IndexChange("updated", file)]);
                continue;
            }

            var source = gone.Find(candidate => candidate.Blob == file.Blob && candidate.Slot == file.Slot);
            gone.Remove(source!);
            changes.Add(source is null ? new IndexChange("added", file) : new IndexChange("moved", file) { OldPath = source.Path });
        }

        return [.. changes, .. gone.Select(file => new IndexChange("removed", file))];
    }

    private static bool SameEntries(IndexedFile one, IndexedFile other) =>
        one.Blob == other.Blob && one.Entries.Select(Content).SequenceEqual(other.Entries.Select(Content));

    private static (int Chunk, string Id, string Sha256) Content(IndexEntry entry) => (entry.Chunk, entry.Id, entry.Sha256);
}

/// <summary>One file that changed in the index: added, updated, moved or removed.</summary>
public sealed record IndexChange(string Kind, IndexedFile File)
{
    /// <summary>Where a moved file was.</summary>
    public string OldPath { get; init; } = "";
}
