using Neap.Core;

namespace Neap.Sync;

/// <summary>What both rankings found of one file.</summary>
internal sealed class FusedFile(RepoPath path)
{
    private readonly Dictionary<int, FusedPart> _parts = [];

    public RepoPath Path => path;

    /// <summary>What its name adds.</summary>
    public double Name { get; set; }

    /// <summary>What its parts and its name say together.</summary>
    public double Score => _parts.Values.Max(part => part.Words) + _parts.Values.Max(part => part.Meaning) + Name;

    public FusedPart Part(EntryRecord entry)
    {
        if (!_parts.TryGetValue(entry.Chunk, out var part))
        {
            _parts.Add(entry.Chunk, part = new FusedPart(entry));
        }

        return part;
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
}
