using Neap.Core;

namespace Neap.Cli;

/// <summary>A store that this process alone writes to, for the collections and repositories that it holds.</summary>
/// <param name="store">The store.</param>
/// <param name="take">Takes further locks, all or none; what it answers with lets go of them.</param>
internal sealed class HeldStore(
    IIndexStore store, Func<IReadOnlyList<Slot>, CancellationToken, ValueTask<IDisposable?>> take) : IAsyncDisposable
{
    private readonly List<IDisposable> _locks = [];

    public IIndexStore Store { get; } = store;

    /// <summary>Takes the first locks, and opens the store once they are held.</summary>
    /// <exception cref="NeapException">Somebody else holds one of them, or the store cannot be written to.</exception>
    public static async ValueTask<HeldStore> OpenAsync(
        Func<ValueTask<IIndexStore>> open,
        Func<IReadOnlyList<Slot>, CancellationToken, ValueTask<IDisposable?>> take,
        IReadOnlyList<Slot> slots,
        CancellationToken cancellation)
    {
        var locks = await take(slots, cancellation);
        try
        {
            var held = new HeldStore(await open(), take);
            held.Keep(locks);
            return held;
        }
        catch
        {
            locks?.Dispose();
            throw;
        }
    }

    /// <summary>Takes the locks of further collections and repositories; all of them or none.</summary>
    /// <exception cref="NeapException">Somebody else holds one of them.</exception>
    public async ValueTask HoldAsync(IReadOnlyList<Slot> slots, CancellationToken cancellation) =>
        Keep(await take(slots, cancellation));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _locks.ForEach(one => one.Dispose());
    }

    private void Keep(IDisposable? locks)
    {
        if (locks is not null)
        {
            _locks.Add(locks);
        }
    }
}
