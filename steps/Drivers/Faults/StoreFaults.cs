using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Neap.Core;

namespace Drivers;

/// <summary>Stands between engine and index store, counts what is written, and fails where a scenario says.</summary>
public sealed partial class StoreFaults
{
    private readonly List<Fault> _faults = [];
    private int _calls;
    private int _files;

    /// <summary>Arms a fault; it has to strike.</summary>
    public void Arm(string at, string fault)
    {
        var match = Moment().Match(at);
        _faults.Add(match.Success
            ? new Fault(
                [.. Number().Matches(at).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))],
                match.Groups["from"].Success,
                match.Groups["file"].Success,
                fault)
            : throw new SpecException($"A fault of the index store strikes at calls, from a call or from a file, not \"{at}\"."));
    }

    /// <summary>The store as the engine is to see it.</summary>
    public IIndexStore Wrap(IIndexStore store) => new FaultyStore(store, this);

    /// <summary>Content was written so often, failures included.</summary>
    public void ShouldHaveBeenCalled(int calls) => _calls.Should().Be(calls, "the index store is called so often");

    /// <summary>Every armed fault struck.</summary>
    public void ShouldHaveStruck() => _faults.Where(fault => !fault.HasStruck).Select(fault => fault.What)
        .Should().BeEmpty("every fault of the index store that is armed strikes");

    private async ValueTask CallAsync(int files, Func<ValueTask> call)
    {
        var number = ++_calls;
        var fault = _faults.Find(armed => armed.Strikes(number, _files + files));
        if (fault is null || fault.What == "answer lost")
        {
            await call();
            _files += files;
        }

        if (fault is not null)
        {
            fault.HasStruck = true;
            throw Trouble(fault.What);
        }
    }

    private static NeapException Trouble(string what) => what switch
    {
        "connection refused" => Unreachable(new SocketException((int)SocketError.ConnectionRefused)),
        "timeout" or "answer lost" => Unreachable(new TimeoutException()),
        "rate limited" => new NeapException(FailureKind.RateLimited, "The store asks to be called less often.", "Nothing changed."),
        "disk full" => new NeapException(FailureKind.DiskFull, "The store's disk is full.", "Nothing changed."),
        _ => throw new SpecException($"The index store knows no fault \"{what}\"."),
    };

    private static NeapException Unreachable(Exception cause) => new(
        FailureKind.Unreachable, "The store does not answer.", "Nothing changed. Look at the store.", cause);

    [GeneratedRegex("^(?:(?<from>from )?calls? [0-9]+(?: and [0-9]+)*|(?<from>from )(?<file>file )[0-9]+)$")]
    private static partial Regex Moment();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    private sealed record Fault(IReadOnlyList<int> Numbers, bool IsFrom, bool IsFile, string What)
    {
        public bool HasStruck { get; set; }

        public bool Strikes(int call, int file) => IsFrom
            ? (IsFile ? file : call) >= Numbers[0]
            : Numbers.Contains(call);
    }

    /// <summary>Everything but writing content goes straight through.</summary>
    private sealed class FaultyStore(IIndexStore store, StoreFaults faults) : IIndexStore
    {
        public ILedger Ledger => store.Ledger;

        public IStagingStore Staging => store.Staging;

        public ValueTask<IIndexSnapshot> OpenSnapshotAsync(CancellationToken cancellation) =>
            store.OpenSnapshotAsync(cancellation);

        public ValueTask<IReadOnlyDictionary<BlobId, KnownBlob>> KnownAsync(
            ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
            store.KnownAsync(key, blobs, cancellation);

        public ValueTask PutAsync(
            ContentKey key, IReadOnlyList<BlobContent> batch, LineOutcomes lines, CancellationToken cancellation) =>
            faults.CallAsync(batch.Count, () => store.PutAsync(key, batch, lines, cancellation));

        public ValueTask ForgetAsync(
            ContentKey key, IReadOnlyCollection<BlobId> blobs, CancellationToken cancellation) =>
            store.ForgetAsync(key, blobs, cancellation);

        public ValueTask PublishAsync(Publication publication, CancellationToken cancellation) =>
            store.PublishAsync(publication, cancellation);

        public ValueTask PublishAllAsync(
            IReadOnlyList<Publication> publications, IReadOnlyList<Revision> carried, CancellationToken cancellation) =>
            store.PublishAllAsync(publications, carried, cancellation);

        public ValueTask OptimizeAsync(CancellationToken cancellation) => store.OptimizeAsync(cancellation);

        public ValueTask<long> CompactAsync(CancellationToken cancellation) => store.CompactAsync(cancellation);

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
