using System.CommandLine;
using Neap.Changes;
using Neap.Core;

namespace Neap.Cli;

/// <summary><c>neap index status</c>: what the index holds, and whether a repository has moved on.</summary>
internal static class StatusCommand
{
    private const int RunsShown = 10;

    public static Command Create(CommandHost host)
    {
        var repository = new Argument<string?>("repository")
        {
            Description = "A repository folder: say whether the index equals its commit. Default: show all that is indexed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var slot = new SlotOptions();
        var command = new Command("status", "Show what the index holds and which commit it equals.") { repository };
        slot.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var store = Places.Store(host, parsed.GetValue(slot.Store));
            await using var index = await IndexReading.OpenAsync(host, store, cancellation);
            var tip = await TipAsync(parsed.GetValue(repository), parsed.GetValue(slot.Ref), host, cancellation);
            var document = await DocumentAsync(store, index, parsed.GetValue(slot.Collection), tip, cancellation);
            if (parsed.GetValue<bool>("--json"))
            {
                JsonOutput.Write(host.Out, document);
            }
            else
            {
                StatusText.Write(host.Out, document);
            }

            host.Out.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<(string GitDirectory, Tip? Tip)?> TipAsync(
        string? folder, string? reference, CommandHost host, CancellationToken cancellation)
    {
        if (folder is null)
        {
            return null;
        }

        await using var repository = await GitRepository.OpenAsync(host.Absolute(folder), new GitOptions(), cancellation);
        return (repository.GitDirectory, await repository.TipAsync(SlotOptions.RefOf(reference), cancellation));
    }

    private static async Task<StatusDocument> DocumentAsync(
        string store,
        IIndexSnapshot index,
        string? collection,
        (string GitDirectory, Tip? Tip)? asked,
        CancellationToken cancellation)
    {
        var name = asked is null ? null : (await index.RepositoriesAsync(cancellation))
            .FirstOrDefault(repository => repository.GitDirectory == asked.Value.GitDirectory)?.Name;
        var revisions = new List<RevisionDocument>();
        foreach (var revision in await index.RevisionsAsync(cancellation))
        {
            var fits = (collection is null || revision.Slot.Collection == collection)
                && (asked is null || (revision.Slot.Repository == name && revision.Slot.Ref == (asked.Value.Tip?.Ref.Text ?? "HEAD")));
            if (fits)
            {
                revisions.Add(await RevisionAsync(index, revision, asked?.Tip, cancellation));
            }
        }

        var runs = await index.RunsAsync(RunsShown, cancellation);
        return new StatusDocument(store, revisions, runs.Select(RunDocument.Of).ToArray());
    }

    private static async Task<RevisionDocument> RevisionAsync(
        IIndexSnapshot index, Revision revision, Tip? tip, CancellationToken cancellation)
    {
        var tally = new Tally();
        await foreach (var file in index.FilesAsync(revision.Slot, cancellation))
        {
            tally.Add(file);
        }

        return new RevisionDocument
        {
            Collection = revision.Slot.Collection,
            Repository = revision.Slot.Repository,
            Ref = revision.Slot.Ref,
            Branch = revision.Branch,
            Commit = ReportText.Id(revision.Commit.Value),
            Tree = ReportText.Id(revision.Tree.Value),
            PublishedAt = revision.PublishedAt,
            WorkingTree = revision.WorkingTree,
            Since = ReportText.Id(revision.Since?.Value),
            InStep = tip is null ? null : tip.Commit == revision.Commit,
            Files = new StandingCounts(tally.Indexed, tally.Skipped.Values.Sum(), tally.Failed.Count),
            SkippedByReason = tally.Skipped,
            Failed = tally.Failed,
            Chunks = tally.Chunks,
            Embedder = revision.Content.Embedder,
            Dimensions = revision.Content.Dimensions,
            Lexical = revision.Content.Lexical,
        };
    }

    private sealed class Tally
    {
        public long Indexed { get; private set; }

        public long Chunks { get; private set; }

        public SortedDictionary<string, long> Skipped { get; } = new(StringComparer.Ordinal);

        public List<FailedFileDocument> Failed { get; } = [];

        public void Add(FileRecord file)
        {
            switch (file.Standing)
            {
                case Standing.Indexed(var chunks):
                    Indexed++;
                    Chunks += chunks;
                    break;
                case Standing.Skipped(var reason):
                    Skipped[Names.Of(reason)] = Skipped.GetValueOrDefault(Names.Of(reason)) + 1;
                    break;
                case Standing.Failed(var category):
                    Failed.Add(new FailedFileDocument(file.Path, Names.Of(category)));
                    break;
            }
        }
    }
}
