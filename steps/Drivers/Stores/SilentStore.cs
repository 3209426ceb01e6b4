namespace Drivers;

/// <summary>
/// A store that stops to answer at a moment of a sync: a database whose network swallows what is sent either way, so that
/// nobody is told, or any store in which one write does not end.
/// </summary>
public sealed class SilentStore(StorePlace place, StalledWrite stalled, PostgresNetwork network)
{
    private const string Silence = "waits for the index store";
    private const string Standstill = "waits for a write ";
    private const string Confirmation = "to confirm the flip";
    private const string LonelyConfirmation = "that turns others away to confirm the flip";

    /// <summary>True for moments such as <c>waits for the index store after file 3</c> or <c>waits for a write after file 3</c>.</summary>
    public static bool Knows(string moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.StartsWith(Silence, StringComparison.Ordinal) || moment.StartsWith(Standstill, StringComparison.Ordinal);
    }

    /// <summary>Makes ready, before the sync starts.</summary>
    public async Task PrepareAsync(string moment)
    {
        switch (PlaceOf(moment))
        {
            case null:
                network.FallSilent();
                break;
            case (Confirmation or LonelyConfirmation) and var end:
                network.FallSilentAfterCommitOf("INSERT INTO neap.revision", andTurnAway: end == LonelyConfirmation);
                break;
            case var at:
                await HoldAtAsync(at);
                network.StandBetween(FallsSilent(moment)); // whoever is to fall silent later has to be there now
                break;
        }
    }

    /// <summary>Waits until the sync waits at the moment.</summary>
    public async Task ReachAsync(NeapProcess process, string moment)
    {
        ArgumentNullException.ThrowIfNull(process);
        if (PlaceOf(moment) is null or Confirmation or LonelyConfirmation)
        {
            await process.ReachesAsync(moment, () => network.IsSilent);
            return;
        }

        await (place.Database?.HeldAsync(process) ?? stalled.HeldAsync(process));
        if (FallsSilent(moment))
        {
            network.FallSilent();
        }
    }

    /// <summary>The store answers again, and what the ended process had open is gone.</summary>
    public async Task EndAsync(string moment)
    {
        network.StandBetween(FallsSilent(moment));
        switch (PlaceOf(moment), place.Database)
        {
            case (null or Confirmation or LonelyConfirmation, _):
                break;
            case (_, { } database):
                await database.LetGoAsync();
                break;
            default:
                stalled.LetGo();
                break;
        }
    }

    private async Task HoldAtAsync(string at)
    {
        if (place.Database is { } database)
        {
            await database.HoldAtAsync(at);
            return;
        }

        stalled.CountFromNow();
        await stalled.HoldAtAsync(at);
    }

    private static bool FallsSilent(string moment) => moment.StartsWith(Silence, StringComparison.Ordinal);

    /// <summary>Null where the store is silent from the first request on.</summary>
    private static string? PlaceOf(string moment)
    {
        var at = moment.Replace(Silence, "", StringComparison.Ordinal).Replace(Standstill, "", StringComparison.Ordinal).Trim();
        return at.Length > 0 ? at : null;
    }
}
