using Neap.Core;

namespace Neap.Sync;

/// <summary>What both rankings found of one file.</summary>
internal sealed class FusedFile(RepoPath path)
{
    /// <summary>How much the whole file weighs in the meaning of each of its parts, 0 to 1; decision 31 has the figures.</summary>
    private const double WholeShare = 0.6;

    /// <summary>The cosine of two parts of one file, as a rule; it gives the length of the sum of their vectors.</summary>
    private const double Likeness = 0.7;

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

    /// <summary>
    /// Gives every part a share of the whole file's meaning: of many parts one is near the question by chance. Words say
    /// already which part it is; without them this would only blur. Parts that the ranking does not hold are taken to be
    /// as near as the last that it holds.
    /// </summary>
    public void LeanOnWhole(double last)
    {
        var near = _parts.Values.Where(part => part.SemanticRank is not null).ToArray();
        if (near.Length == 0)
        {
            return;
        }

        var count = Math.Max(near.Length, near.Average(part => part.PartsOfFile));
        var sum = near.Sum(part => part.Meaning) + ((count - near.Length) * Math.Max(0, last));
        var whole = sum / Math.Sqrt(count + (count * (count - 1) * Likeness));
        foreach (var part in near)
        {
            part.Meaning = ((1 - WholeShare) * part.Meaning) + (WholeShare * whole);
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
