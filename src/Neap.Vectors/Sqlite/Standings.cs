using Neap.Core;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>What the columns <c>state, reason, chunks</c> of a blob say.</summary>
internal static class Standings
{
    internal static ReadOnlySpan<byte> Text => "text"u8;

    internal static ReadOnlySpan<byte> Skipped => "skipped"u8;

    internal static ReadOnlySpan<byte> Failed => "failed"u8;

    /// <summary>Reads the three columns that begin at <paramref name="column"/>; all are NULL where there is no such blob.</summary>
    public static Standing Read(Statement row, int column)
    {
        if (row.IsNull(column))
        {
            return new Standing.Lost(null);
        }

        try
        {
            return Known(row, column);
        }
        catch (NeapException damage) when (IndexDamage.Is(damage))
        {
            return new Standing.Lost(damage.Message);
        }
    }

    private static Standing Known(Statement row, int column)
    {
        var state = row.Bytes(column);
        if (state.SequenceEqual(Text))
        {
            return new Standing.Indexed((int)row.Integer(column + 2));
        }

        return state.SequenceEqual(Skipped)
            ? new Standing.Skipped(Words.ReadSkipReason(row.Bytes(column + 1)))
            : new Standing.Failed(Words.ReadFailureCategory(row.Bytes(column + 1)));
    }
}
