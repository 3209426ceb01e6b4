using System.CommandLine;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>What one call of <c>index sync</c> asks for, for every repository it names.</summary>
internal sealed record SyncSettings
{
    public required string Store { get; init; }

    public required string Collection { get; init; }

    public required RefName Ref { get; init; }

    public required SyncOptions Options { get; init; }

    public required Distrust Distrust { get; init; }

    public required SyncMode Mode { get; init; }

    public string? Since { get; init; }

    public string? Name { get; init; }

    public string? Service { get; init; }

    public bool WorkingTree { get; init; }

    public bool Submodules { get; init; }

    public bool Quiet { get; init; }

    public static SyncSettings Of(ParseResult parsed, SyncOptionSet set, CommandHost host, Distrust distrust) => new()
    {
        Store = Places.Store(host, parsed.GetValue(set.Slot.Store)),
        Collection = SlotOptions.CollectionOf(parsed.GetValue(set.Slot.Collection), host),
        Ref = SlotOptions.RefOf(parsed.GetValue(set.Slot.Ref)),
        Options = set.Options(parsed, host),
        Distrust = distrust,
        Mode = parsed.GetValue(set.DryRun) ? SyncMode.DryRun : SyncMode.Write,
        Since = parsed.GetValue(set.Since),
        Name = parsed.GetValue(set.Name),
        Service = parsed.GetValue(set.Service),
        WorkingTree = parsed.GetValue(set.WorkingTree),
        Submodules = parsed.GetValue(set.Submodules),
        Quiet = parsed.GetValue<bool>("--quiet") || parsed.GetValue<bool>("--plain"),
    };
}
