using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Turns "go on" and "try again" into what a sync is asked to do, or finds that there is nothing to do.</summary>
internal sealed class Purposes(ILedger ledger, SyncPurpose purpose)
{
    /// <summary>The request for this purpose, and a report where nothing has to be done.</summary>
    public async Task<(SyncRequest Request, SyncReport? Nothing)> AdaptAsync(
        SyncRequest request, Revision? revision, CancellationToken cancellation) => purpose switch
        {
            SyncPurpose.Resume => (request, await FindUnfinishedAsync(request.Slot, cancellation)
                ? null
                : Nothing(request, revision, "No sync of it was cut short; there is nothing to go on with.")),
            _ => await RetriedAsync(request, revision, cancellation),
        };

    private async Task<bool> FindUnfinishedAsync(Slot slot, CancellationToken cancellation)
    {
        var newest = await ledger.RunsAsync(new RunQuery { Limit = 1, Slot = slot }, cancellation);
        return newest is [{ IsUnfinished: true }];
    }

    private async Task<(SyncRequest Request, SyncReport? Nothing)> RetriedAsync(
        SyncRequest request, Revision? revision, CancellationToken cancellation)
    {
        var all = await ledger.FailuresAsync(new FailureQuery { Slot = request.Slot }, cancellation);
        var lines = all.Select(failure => failure.Line).Where(line => line.Path is not null).ToArray();
        var tried = lines.Where(line => purpose == SyncPurpose.RetryAll || !line.IsDead).ToArray();
        if (tried.Length > 0)
        {
            var paths = tried.Select(line => line.Path!.Value).ToHashSet();
            var blobs = tried.Where(line => line.Blob is not null).Select(line => line.Blob!.Value).ToHashSet();
            return (request with { Distrust = new Distrust(false, paths, blobs), Source = InputSource.Retry }, null);
        }

        var note = lines.Length == 0
            ? "No file failed; there is nothing to try again."
            : $"{lines.Length} failed, and trying again is not expected to help; `neap index errors` says why, `--dead` tries.";
        return (request, Nothing(request, revision, note));
    }

    private static SyncReport Nothing(SyncRequest request, Revision? revision, string note)
    {
        var report = revision is null
            ? new SyncReport { Status = SyncStatus.InStep, Slot = request.Slot, ToCommit = null }
            : SyncReport.OfInStep(revision);
        return report with { Status = SyncStatus.NothingToDo, Notes = [note] };
    }
}
