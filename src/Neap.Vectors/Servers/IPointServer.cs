using Neap.Core;

namespace Neap.Vectors.Servers;

/// <summary>What Neap asks of a vector server. Every call may be made twice and then has done what one call does.</summary>
/// <remarks>But for <see cref="HasAsync"/>, <see cref="EnsureAsync"/> and <see cref="AnyAsync"/> the collection has to be there.</remarks>
internal interface IPointServer : IDisposable
{
    /// <summary>Name and version of the server, which takes the key.</summary>
    /// <exception cref="NeapException">It does not answer, refuses the key, or is no server of this kind.</exception>
    Task<ServerAbout> AboutAsync(CancellationToken cancellation);

    /// <summary>True where there is such a collection.</summary>
    Task<bool> HasAsync(string collection, CancellationToken cancellation);

    /// <summary>Makes a collection of points where it is not there.</summary>
    /// <returns>True where it was not there.</returns>
    /// <exception cref="NeapException">It is there, for vectors of another length.</exception>
    Task<bool> EnsureAsync(string collection, int dimensions, CancellationToken cancellation);

    /// <summary>Inserts or replaces points.</summary>
    Task UpsertAsync(string collection, IReadOnlyList<Point> points, CancellationToken cancellation);

    /// <summary>Deletes points; those that are gone already are fine.</summary>
    Task DeleteAsync(string collection, IReadOnlyList<Guid> ids, CancellationToken cancellation);

    /// <summary>The points of a slot at some paths, with their vectors, whatever their generation.</summary>
    Task<IReadOnlyList<Point>> AtAsync(
        string collection, PointReading reading, IReadOnlyList<RepoPath> paths, CancellationToken cancellation);

    /// <summary>All points of a slot, whatever their generation, without their vectors.</summary>
    IAsyncEnumerable<Point> AllAsync(string collection, PointReading reading, CancellationToken cancellation);

    /// <summary>True where the slot has a point of such a life; false, too, where there is no collection.</summary>
    Task<bool> AnyAsync(string collection, PointReading reading, PointLife life, CancellationToken cancellation);

    /// <summary>The points nearest to a vector that a generation shows, best first, with the inner product.</summary>
    Task<IReadOnlyList<(Point Point, double Score)>> NearestAsync(
        string collection, PointReading reading, PointQuestion question, CancellationToken cancellation);
}

/// <summary>As what points of a slot are read: a server does not keep what is the same for all of them.</summary>
internal sealed record PointReading(Revision Revision)
{
    /// <summary>The slot's digest.</summary>
    public string Slot { get; } = Point.SlotOf(Revision.Slot);
}

/// <summary>In which generations a point begins and ends.</summary>
/// <param name="BornAfter">The last generation before the first in which it may be born.</param>
/// <param name="BornLast">The last in which it may be born.</param>
internal readonly record struct PointLife(long BornAfter, long BornLast)
{
    /// <summary>The last generation before the first that may retire it.</summary>
    public long RetiredAfter { get; init; }
}

/// <summary>A question for neighbours.</summary>
/// <param name="Vector">The question's vector.</param>
/// <param name="Generation">What the reader sees.</param>
/// <param name="Limit">Most points.</param>
internal sealed record PointQuestion(ReadOnlyMemory<float> Vector, long Generation, int Limit);
