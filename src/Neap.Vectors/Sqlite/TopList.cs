using Neap.Core;

namespace Neap.Vectors.Sqlite;

/// <summary>The best entries seen so far. Of equal scores the smaller path wins, so that answers repeat.</summary>
internal sealed class TopList(VisibleFiles files, SearchRequest request) : IComparer<TopList.Candidate>
{
    private readonly PriorityQueue<Candidate, Candidate> _heap = CreateHeap(files);
    private readonly Dictionary<int, bool> _accepted = [];

    /// <summary>A lower score has no chance any more.</summary>
    public double Floor { get; private set; } = double.NegativeInfinity;

    /// <summary>Offers a chunk; it is taken once for each path that shows it and is accepted.</summary>
    /// <param name="chunk">The chunk's id.</param>
    /// <param name="row">The first row of its blob.</param>
    /// <param name="score">Its score.</param>
    public void Offer(long chunk, int row, double score)
    {
        if (score < Floor)
        {
            return;
        }

        var blob = chunk >> Schema.OrdinalBits;
        for (; row < files.Count && files.Blob(row) == blob; row++)
        {
            OfferAt(chunk, row, score);
        }
    }

    /// <summary>Offers a chunk at one path.</summary>
    /// <param name="chunk">The chunk's id.</param>
    /// <param name="row">The row of the path.</param>
    /// <param name="score">Its score.</param>
    public void OfferAt(long chunk, int row, double score)
    {
        if (score >= Floor && IsAccepted(row))
        {
            Take(new Candidate(chunk, row, score));
        }
    }

    /// <summary>The best, first.</summary>
    public IReadOnlyList<Candidate> Sorted()
    {
        var all = _heap.UnorderedItems.Select(item => item.Element).ToList();
        all.Sort((left, right) => Compare(right, left));
        return all;
    }

    /// <inheritdoc/>
    public int Compare(Candidate x, Candidate y) => Order(files, x, y);

    private static PriorityQueue<Candidate, Candidate> CreateHeap(VisibleFiles files) =>
        new(Comparer<Candidate>.Create((left, right) => Order(files, left, right)));

    private static int Order(VisibleFiles files, Candidate x, Candidate y)
    {
        if (x.Score != y.Score)
        {
            return x.Score.CompareTo(y.Score);
        }

        var path = files.PathBytes(y.Row).SequenceCompareTo(files.PathBytes(x.Row));
        var slot = path != 0 ? path : files.Slot(y.Row).CompareTo(files.Slot(x.Row));
        return slot != 0 ? slot : y.Chunk.CompareTo(x.Chunk);
    }

    private void Take(Candidate candidate)
    {
        if (_heap.Count < request.Depth)
        {
            _heap.Enqueue(candidate, candidate);
        }
        else if (request.Depth > 0)
        {
            _heap.EnqueueDequeue(candidate, candidate);
        }

        Floor = _heap.Count == request.Depth && request.Depth > 0 ? _heap.Peek().Score : Floor;
    }

    private bool IsAccepted(int row)
    {
        if (!_accepted.TryGetValue(row, out var accepted))
        {
            _accepted.Add(row, accepted = request.Accepts(files.Path(row)));
        }

        return accepted;
    }

    /// <summary>A chunk at one path.</summary>
    internal readonly record struct Candidate(long Chunk, int Row, double Score);
}
