using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Turns "go on" and "try again" into what syncs are asked to do, or finds that there is nothing to do.</summary>
internal sealed class Purposes(ILedger ledger, SyncPurpose purpose)
{
    /// <summary>What is to be done for this purpose, of all that a repository is divided into; a note where that is nothing.</summary>
    public async Task<(IReadOnlyList<SyncRequest> Requests, string Note)> AdaptAsync(
        IReadOnlyList<SyncRequest> requests, CancellationToken cancellation) => purpose == SyncPurpose.Resume
            ? await ResumedAsync(requests, cancellation)
            : await RetriedAsync(requests, cancellation);

    /// <summary>Further collections of the same repository and ref in which something waits for this purpose, by name.</summary>
    public async Task<IReadOnlyList<string>> OtherCollectionsAsync(
        IReadOnlyList<Slot> known, CancellationToken cancellation)
    {
        var waiting = purpose == SyncPurpose.Resume
            ? (await ledger.RunsAsync(new RunQuery { Limit = int.MaxValue, Unfinished = true }, cancellation)).Select(run => run.Slot)
            : (await ledger.FailuresAsync(new FailureQuery(), cancellation)).Select(failure => failure.Slot);
        return
        [
            .. waiting.Where(slot => !known.Contains(slot) && known.Contains(slot with { Collection = known[0].Collection }))
                .Select(slot => slot.Collection).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The slots of a repository become visible together, so they are gone on with together.</summary>
    private async Task<(IReadOnlyList<SyncRequest> Requests, string Note)> ResumedAsync(
        IReadOnlyList<SyncRequest> requests, CancellationToken cancellation)
    {
        foreach (var request in requests)
        {
            if (await ledger.RunsAsync(new RunQuery { Limit = 1, Slot = request.Slot }, cancellation) is [{ IsUnfinished: true }])
            {
                return (requests, "");
            }
        }

        return ([], "No sync of it was cut short; there is nothing to go on with.");
    }

    private async Task<(IReadOnlyList<SyncRequest> Requests, string Note)> RetriedAsync(
        IReadOnlyList<SyncRequest> requests, CancellationToken cancellation)
    {
        var (open, failed) = (new List<SyncRequest>(), 0);
        foreach (var request in requests)
        {
            var all = await ledger.FailuresAsync(new FailureQuery { Slot = request.Slot }, cancellation);
            var lines = all.Select(failure => failure.Line).Where(line => line.Path is not null).ToArray();
            var tried = lines.Where(line => purpose == SyncPurpose.RetryAll || !line.IsDead).ToArray();
            failed += lines.Length;
            if (tried.Length > 0)
            {
                open.Add(request with { Distrust = Doubting(tried), Source = InputSource.Retry });
            }
        }

        return (open, failed == 0
            ? "No file failed; there is nothing to try again."
            : $"{failed} failed, and trying again is not expected to help; `neap index errors` says why, `--dead` tries.");
    }

    private static Distrust Doubting(FailedLine[] lines) => new(
        false,
        lines.Select(line => line.Path!.Value).ToHashSet(),
        lines.Where(line => line.Blob is not null).Select(line => line.Blob!.Value).ToHashSet());
}
