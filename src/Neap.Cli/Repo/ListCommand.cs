using System.CommandLine;
using Neap.Core;

namespace Neap.Cli;

/// <summary><c>neap repo list</c>: the repositories that are followed, and what the index holds of each.</summary>
internal static class ListCommand
{
    private static readonly CsvTable<FollowedDocument> Table = new(
        ("name", one => one.Name),
        ("path", one => one.Path),
        ("collections", one => string.Join(", ", one.Collections)),
        ("exists", one => one.Exists),
        ("synced_at", one => one.SyncedAt));

    public static Command Create(CommandHost host)
    {
        var store = new Option<string?>("--store") { Description = "The index. Default: neap/index.db in the XDG data folder." };
        var command = new Command("list", "Show the repositories that are followed.") { store };
        CsvOption.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var registry = Registry.Of(host);
            await using var index = await IndexReading.OpenOrAbsentAsync(host, Places.Store(host, Configuration.Read(host, parsed)), cancellation);
            var revisions = await index.RevisionsAsync(cancellation);
            var documents = registry.Read().Select(one => FollowedDocument.Of(one, revisions)).ToArray();
            if (parsed.GetValue<bool>("--json"))
            {
                JsonOutput.Write(host.Out, new FollowedDocuments(registry.Path, documents));
            }
            else if (!Table.TryWrite(host, parsed, documents))
            {
                Write(host.Out, documents);
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(TextWriter output, FollowedDocument[] repositories)
    {
        if (repositories.Length == 0)
        {
            output.WriteLine("No repository is followed; `neap repo add FOLDER` adds one.");
        }

        foreach (var one in repositories)
        {
            var state = one.Exists ? one.SyncedAt is { } at ? $"synced {at:u}" : "never synced" : "the folder is gone";
            output.WriteLine($"{Terminal.Safe(one.Name)}  {Terminal.Safe(one.Path)}  {Terminal.Safe(string.Join(", ", one.Collections))}  {state}");
        }
    }
}

/// <summary>The repositories that are followed, as JSON.</summary>
internal sealed record FollowedDocuments(string File, IReadOnlyList<FollowedDocument> Repositories);

internal sealed record FollowedDocument
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Ref { get; init; }

    public required bool Exists { get; init; }

    public required IReadOnlyList<string> Collections { get; init; }

    public required DateTimeOffset? SyncedAt { get; init; }

    public static FollowedDocument Of(RegisteredRepository one, IReadOnlyList<Revision> revisions)
    {
        var mine = revisions.Where(revision => revision.Slot.Repository == one.Name).ToArray();
        return new FollowedDocument
        {
            Name = one.Name,
            Path = one.Path,
            Ref = one.Ref ?? RefName.Head.Text,
            Exists = Directory.Exists(one.Path),
            Collections = mine.Length == 0
                ? [one.Collection ?? Slot.DefaultCollection]
                : [.. mine.Select(revision => revision.Slot.Collection).Distinct()],
            SyncedAt = mine.Length == 0 ? null : mine.Max(revision => revision.PublishedAt),
        };
    }
}
