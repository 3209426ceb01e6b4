using Neap.Core;

namespace Neap.Sync;

/// <summary>The ledger before the first run: it remembers nothing and takes nothing.</summary>
internal sealed class AbsentLedger : ILedger
{
    public ValueTask<IReadOnlyList<RunRecord>> RunsAsync(RunQuery query, CancellationToken cancellation) => new([]);

    public IAsyncEnumerable<CompletedLine> CompletedAsync(string runId, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<CompletedLine>();

    public ValueTask<IReadOnlyList<LedgerFailure>> FailuresAsync(FailureQuery query, CancellationToken cancellation) =>
        new([]);

    public ValueTask<LineTimes> TimesAsync(string runId, CancellationToken cancellation) => new(LineTimes.None);

    public ValueTask BeginAsync(RunRecord run, string gitDirectory, CancellationToken cancellation) => throw TakesNothing();

    public ValueTask NoteAsync(LineOutcomes lines, CancellationToken cancellation) => throw TakesNothing();

    public ValueTask EndAsync(RunRecord run, CancellationToken cancellation) => throw TakesNothing();

    public ValueTask<long> ForgetFailuresAsync(FailureQuery query, CancellationToken cancellation) => new(0);

    public ValueTask<long> AbandonAsync(Slot slot, CancellationToken cancellation) => new(0);

    public ValueTask<long> PruneAsync(DateTimeOffset before, CancellationToken cancellation) => new(0);

    private static InvalidOperationException TakesNothing() => new("There is no ledger to write to.");
}
