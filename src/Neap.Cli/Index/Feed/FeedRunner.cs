using System.CommandLine;
using Neap.Changes;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Syncs what a feed on standard input says.</summary>
internal sealed class FeedRunner(CommandHost host, ParseResult parsed, SyncSettings settings, ITextEmbedder embedder)
{
    private bool IsVerbose => parsed.GetValue<bool>("--verbose");

    private bool IsJson => parsed.GetValue<bool>("--json");

    /// <exception cref="NeapException">Standard input is a terminal, or a part of the feed cannot be worked on.</exception>
    public async Task<FeedOutcome> RunAsync(
        IReadOnlyList<string> folders, OnError onError, CancellationToken cancellation)
    {
        if (host.IsInputTerminal)
        {
            throw new NeapException(
                FailureKind.Usage,
                "Standard input is a terminal, so no feed comes from it.",
                "Nothing was done. Pipe one in, such as `neap repo changes A..B | neap index sync --stdin`.");
        }

        await using var places = new FeedPlaces(host, settings, folders);
        using var text = new FeedLines(host, settings.Mode);
        var request = new FeedSyncRequest
        {
            Collection = settings.Collection,
            Service = settings.Service,
            Find = places.FindAsync,
            Mode = settings.Mode,
            OnError = onError,
            Told = IsVerbose && !IsJson && !parsed.GetValue<bool>("--quiet") ? text.Write : null,
            Listing = IsVerbose && IsJson ? ChangeListing.Listed : ChangeListing.Counted,
        };
        await using var readable = settings.Mode == SyncMode.Write ? null : await OpenAsync(places, cancellation);
        var store = new ResilientStore(
            host.Stores(readable ?? await places.StoreAsync(cancellation)), new Guard("index store", host.Pauses ?? host.Clock));
        var sync = new FeedSync(store, embedder, settings.Options, host.Clock);
        return await sync.RunAsync(
            FeedReader.Read(host.In, host.Interrupt), request, host.Interrupt, cancellation);
    }

    /// <summary>The index for a dry run, which holds nothing.</summary>
    private async Task<IIndexStore> OpenAsync(FeedPlaces places, CancellationToken cancellation)
    {
        await places.FindAsync(null, cancellation);
        return await Stores.OpenOrAbsentAsync(host, settings.Store, cancellation);
    }
}
