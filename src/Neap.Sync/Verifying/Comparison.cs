using Neap.Core;

namespace Neap.Sync;

/// <summary>Collects what differs, file by file and entry by entry.</summary>
internal sealed class Comparison(Expectations expected)
{
    private readonly List<Mismatch> _mismatches = [];
    private readonly Dictionary<RepoPath, HashSet<int>> _seen = [];
    private readonly Dictionary<RepoPath, BlobId> _indexed = [];
    private readonly HashSet<RepoPath> _paths = [];
    private long _entries;

    /// <summary>Compares the file map with the commit.</summary>
    public void AddFiles(IReadOnlyList<Difference> files)
    {
        foreach (var file in files)
        {
            _paths.Add(file.Path);
            if (MismatchOf(file) is { } mismatch)
            {
                _mismatches.Add(mismatch);
            }
            else if (StandingOf(file) is Standing.Indexed)
            {
                _indexed[file.Path] = file.New!.Blob;
            }
        }
    }

    /// <summary>Compares one entry with the content it claims to be from.</summary>
    public void AddEntry(EntryRecord entry)
    {
        _entries++;
        if (!_indexed.TryGetValue(entry.Path, out var blob))
        {
            if (!_paths.Contains(entry.Path))
            {
                Add(MismatchKind.Ghost, entry, "Neither the commit nor the file map has the file.");
            }

            return; // the file itself is already reported
        }

        var chunks = expected.Find(blob)!.Chunks;
        if (!ChunksOf(entry.Path).Add(entry.Chunk))
        {
            Add(MismatchKind.Duplicate, entry, "The index holds this entry twice.");
        }
        else if (entry.Chunk >= chunks.Count)
        {
            Add(MismatchKind.Ghost, entry, $"The content has {chunks.Count} chunks.");
        }
        else
        {
            CompareChunk(entry, chunks[entry.Chunk]);
        }
    }

    /// <summary>Compares a chunk that the words index does not hold with the content; an entry that is missing is told as that.</summary>
    public void AddWordless(WordlessChunk chunk)
    {
        if (_indexed.TryGetValue(chunk.Path, out var blob)
            && _seen.GetValueOrDefault(chunk.Path)?.Contains(chunk.Chunk) == true
            && expected.Find(blob)!.HasWords(chunk.Chunk))
        {
            _mismatches.Add(new Mismatch(
                MismatchKind.MissingWords, chunk.Path, blob, chunk.Chunk, "A search by words cannot find the entry."));
        }
    }

    /// <summary>Adds the entries that nobody saw.</summary>
    public VerifyReport Finish(Revision revision, IReadOnlyList<Difference> files)
    {
        foreach (var (path, blob) in _indexed)
        {
            var chunks = expected.Find(blob)!.Chunks.Count;
            var seen = _seen.GetValueOrDefault(path);
            _mismatches.AddRange(Enumerable.Range(0, chunks)
                .Where(chunk => seen?.Contains(chunk) != true)
                .Select(chunk => new Mismatch(
                    MismatchKind.Missing, path, blob, chunk, "The content has this chunk, the index does not.")));
        }

        var inCommit = files.LongCount(file => file.New is not null && StandingOf(file) is Standing.Indexed);
        _mismatches.Sort((left, right) => left.Path.CompareTo(right.Path));
        return new VerifyReport(revision, inCommit, _entries, _mismatches);
    }

    private Standing? StandingOf(Difference file) => file switch
    {
        { New: null } => null,
        { Skip: { } skip } => new Standing.Skipped(skip),
        _ => expected.Find(file.New.Blob)?.Standing,
    };

    private Mismatch? MismatchOf(Difference file) => (file.Old, StandingOf(file)) switch
    {
        (null, { } standing) => Of(MismatchKind.Missing, file, $"The commit has the file ({Word(standing)}), the index does not."),
        ({ }, null) => Of(MismatchKind.Ghost, file, "The index has the file, the commit does not."),
        ({ Standing: Standing.Lost(null) }, { }) => Of(MismatchKind.Missing, file, "The index has lost the content of the file."),
        ({ Standing: Standing.Lost(var damage) }, { }) => Of(MismatchKind.Stale, file, damage!),
        ({ } old, _) when old.Blob != file.New!.Blob => Of(
            MismatchKind.Stale, file, $"The index holds {old.Blob}, the commit {file.New.Blob}."),
        ({ } old, { } standing) when old.Standing.GetType() != standing.GetType() => Of(
            MismatchKind.Stale, file, $"The index holds it as {Word(old.Standing)}; it should be {Word(standing)}."),
        _ => null,
    };

    private static Mismatch Of(MismatchKind kind, Difference file, string detail) =>
        new(kind, file.Path, file.New?.Blob, null, detail);

    private static string Word(Standing standing) => standing switch
    {
        Standing.Skipped(var reason) => $"skipped, {Names.Of(reason)}",
        Standing.Failed(var category) => $"failed, {Names.Of(category)}",
        _ => "text",
    };

    private HashSet<int> ChunksOf(RepoPath path)
    {
        if (!_seen.TryGetValue(path, out var chunks))
        {
            _seen[path] = chunks = [];
        }

        return chunks;
    }

    private void CompareChunk(EntryRecord entry, Fingerprint wanted)
    {
        var found = Fingerprint.Of(entry.Range, entry.TextSha256.Span, entry.Vector.Span);
        if (found.Text != wanted.Text)
        {
            Add(MismatchKind.WrongText, entry, "Text or place of the entry is not the content's.");
        }
        else if (found.Vector != wanted.Vector)
        {
            Add(MismatchKind.WrongVector, entry, "The vector is not the text's.");
        }
    }

    private void Add(MismatchKind kind, EntryRecord entry, string detail) =>
        _mismatches.Add(new Mismatch(kind, entry.Path, entry.Blob, entry.Chunk, detail));
}
