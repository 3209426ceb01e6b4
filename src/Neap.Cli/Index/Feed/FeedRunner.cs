using System.CommandLine;
using Neap.Changes;
using Neap.Core;
using Neap.Sync;
using Neap.Vectors.Sqlite;

namespace Neap.Cli;

/// <summary>Syncs what a feed on standard input says.</summary>
internal sealed class FeedRunner(CommandHost host, ParseResult parsed, SyncSettings settings, ITextEmbedder embedder)
{
    private bool IsVerbose => parsed.GetValue<bool>("--verbose");

    private bool IsJson => parsed.GetValue<bool>("--json");

    /// <exception cref="NeapException">Standard input is a terminal, or a part of the feed cannot be worked on.</exception>
    public async Task<IReadOnlyList<FeedReport>> RunAsync(
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
            Find = places.FindAsync,
            Mode = settings.Mode,
            OnError = onError,
            Told = IsVerbose && !IsJson && !parsed.GetValue<bool>("--quiet") ? text.Write : null,
            Listing = IsVerbose && IsJson ? ChangeListing.Listed : ChangeListing.Counted,
        };
        await places.FindAsync(null, cancellation);
        await using var store = await StoreAsync(cancellation);
        var sync = new FeedSync(store, embedder, settings.Options, host.Clock);
        return await sync.RunAsync(
            FeedReader.Read(host.In, cancellation), request, host.Interrupt, cancellation);
    }

    private async Task<IIndexStore> StoreAsync(CancellationToken cancellation)
    {
        if (settings.Mode == SyncMode.Write)
        {
            return await SqliteIndexStore.OpenAsync(
                Places.Options(host, settings.Store, StoreMode.ReadWrite), cancellation);
        }

        return File.Exists(settings.Store)
            ? await SqliteIndexStore.OpenAsync(Places.Options(host, settings.Store, StoreMode.ReadOnly), cancellation)
            : new AbsentIndex();
    }
}
