using Neap.Core;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>The locks of several collections of one repository; all of them or none.</summary>
internal sealed class SlotLocks : IDisposable
{
    private readonly List<SlotLock> _held = [];

    /// <summary>Takes them in the order of their names, so that two syncs never hold what the other one wants.</summary>
    /// <exception cref="NeapException">Somebody else holds one of them; none is kept.</exception>
    public static SlotLocks Acquire(string store, IEnumerable<Slot> slots, TimeProvider clock)
    {
        var locks = new SlotLocks();
        try
        {
            var pairs = slots.DistinctBy(slot => $"{slot.Collection}\0{slot.Repository}", StringComparer.Ordinal);
            foreach (var slot in pairs.OrderBy(slot => slot.Collection, StringComparer.Ordinal))
            {
                locks._held.Add(SlotLock.Acquire(store, slot.Collection, slot.Repository, clock));
            }
        }
        catch
        {
            locks.Dispose();
            throw;
        }

        return locks;
    }

    /// <summary>Lets go of all.</summary>
    public void Dispose() => _held.ForEach(one => one.Dispose());
}
