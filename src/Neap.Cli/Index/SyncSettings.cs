using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Why a repository is synced.</summary>
internal enum SyncPurpose
{
    /// <summary>To bring it in step.</summary>
    Sync,

    /// <summary>To try again what failed, where that may help.</summary>
    Retry,

    /// <summary>To try again everything that failed.</summary>
    RetryAll,

    /// <summary>To go on with a run that was cut short.</summary>
    Resume,
}

/// <summary>What one call of <c>index sync</c> asks for, for every repository it names.</summary>
internal sealed record SyncSettings
{
    public required string Store { get; init; }

    public required string Collection { get; init; }

    /// <summary>True where the command itself names the collection.</summary>
    public bool IsCollectionAsked => Configured[Catalogue.Collection].Source.Origin == Origin.Option;

    public required RefName Ref { get; init; }

    public required SyncOptions Options { get; init; }

    public required Distrust Distrust { get; init; }

    public SyncPurpose Purpose { get; init; }

    public required SyncMode Mode { get; init; }

    public required Settings Configured { get; init; }

    public required string Folder { get; init; }

    public bool Thorough { get; init; }

    public string? Since { get; init; }

    public string? Name { get; init; }

    public string? Service { get; init; }

    public bool WorkingTree { get; init; }

    public bool Submodules { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Where the repository was followed before; what the index holds of it there goes with the sync.</summary>
    public IReadOnlyList<Slot> Former { get; init; } = [];

    /// <summary>The same, and those that hold nothing of it but submodules; these go with a sync that is asked for submodules.</summary>
    public IReadOnlyList<Slot> FormerParents { get; init; } = [];

    /// <exception cref="Neap.Core.NeapException">Some setting is wrong.</exception>
    public static SyncSettings Of(ParseResult parsed, SyncOptionSet set, CommandHost host, string folder)
    {
        var configured = Configuration.Read(host, parsed, folder);
        return new SyncSettings
        {
            Folder = host.Absolute(folder),
            Configured = configured,
            Store = Places.Store(host, configured),
            Collection = configured.Text(Catalogue.Collection)!,
            Ref = SlotOptions.RefOf(parsed.GetValue(set.Slot.Ref)),
            Options = set.Options(parsed, configured),
            Distrust = Distrust.Nothing,
            Thorough = parsed.GetValue(set.NoOptimize),
            Mode = parsed.GetValue(set.DryRun) ? SyncMode.DryRun : SyncMode.Write,
            Since = parsed.GetValue(set.Since),
            Name = parsed.GetValue(set.Name),
            Service = parsed.GetValue(set.Service),
            WorkingTree = parsed.GetValue(set.WorkingTree),
            Submodules = parsed.GetValue(set.Submodules),
            Quiet = parsed.GetValue<bool>("--quiet") || parsed.GetValue<bool>("--plain"),
        };
    }
}
