using Neap.Core;

namespace Neap.Sync;

/// <summary>What both rankings found of one file.</summary>
internal sealed class FusedFile(RepoPath path)
{
    private readonly Dictionary<int, FusedPart> _parts = [];

    public RepoPath Path => path;

    /// <summary>What its name adds.</summary>
    public double Name { get; set; }

    /// <summary>What its best part says by words.</summary>
    public double Words => _parts.Values.Max(part => part.Words);

    /// <summary>What its best part says by meaning.</summary>
    public double Meaning => _parts.Values.Max(part => part.Meaning);

    /// <summary>What its parts and its name say together.</summary>
    public double Score => Words + Meaning + Name;

    public FusedPart Part(EntryRecord entry)
    {
        if (!_parts.TryGetValue(entry.Chunk, out var part))
        {
            _parts.Add(entry.Chunk, part = new FusedPart(entry));
        }

        return part;
    }

    /// <summary>Gives every part a share of what all parts say by words.</summary>
    /// <param name="rest">What a part has that the ranking does not hold, at most.</param>
    public void LeanWordsOnWhole(double rest)
    {
        FusedPart[] found = [.. _parts.Values.Where(part => part.LexicalRank is not null)];
        var whole = WholeFile.ByWords.Of([.. found.Select(part => part.Words)], CountOf(found), rest);
        foreach (var part in found)
        {
            part.Words = WholeFile.ByWords.Mix(part.Words, whole);
        }
    }

    /// <summary>Gives every part a share of what all parts say by meaning.</summary>
    /// <param name="rest">What a part has that the ranking does not hold, at most.</param>
    public void LeanMeaningOnWhole(double rest)
    {
        FusedPart[] found = [.. _parts.Values.Where(part => part.SemanticRank is not null)];
        var whole = WholeFile.ByMeaning.Of([.. found.Select(part => part.Meaning)], CountOf(found), rest);
        foreach (var part in found)
        {
            part.Meaning = WholeFile.ByMeaning.Mix(part.Meaning, whole);
        }
    }

    /// <summary>Multiplies what the parts say.</summary>
    public void Scale(double words, double meaning)
    {
        foreach (var part in _parts.Values)
        {
            (part.Words, part.Meaning) = (part.Words * words, part.Meaning * meaning);
        }
    }

    /// <summary>
    /// What the file and its neighbours say counts only once, for its best part, so that one file does not fill the
    /// answer.
    /// </summary>
    public IEnumerable<SearchHit> Hits(double neighbours, IReadOnlyList<string> named)
    {
        var best = _parts.Values.OrderByDescending(part => part.Score).ThenBy(part => part.Entry.Chunk).First();
        return _parts.Values.Select(part => new SearchHit(
            part.Entry, part == best ? Score + neighbours : part.Score, part.LexicalRank, part.SemanticRank, named));
    }

    private static double CountOf(FusedPart[] found) => found.Select(part => part.PartsOfFile).DefaultIfEmpty().Average();
}

/// <summary>What both rankings found of one chunk.</summary>
internal sealed class FusedPart(EntryRecord entry)
{
    public EntryRecord Entry => entry;

    public int? LexicalRank { get; set; }

    public int? SemanticRank { get; set; }

    public double Words { get; set; }

    public double Meaning { get; set; }

    public double Score => Words + Meaning;

    /// <summary>How many parts of this length the file has.</summary>
    public double PartsOfFile => Math.Max(entry.Chunk + 1, (double)entry.SizeBytes / Math.Max(1, entry.Range.LengthBytes));
}
