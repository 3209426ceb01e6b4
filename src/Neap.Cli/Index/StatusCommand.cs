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
        var (runId, summary, failed) = (
            new Option<string?>("--run-id") { Description = "Show this run alone; `latest` is the last one." },
            new Option<bool>("--summary") { Description = "Show the totals alone." },
            new Option<bool>("--failed") { Description = "Show what failed alone." });
        var command = new Command("status", "Show what the index holds and which commit it equals.")
        {
            repository, runId, summary, failed,
        };
        slot.AddTo(command);
        CsvOption.AddTo(command, runId, summary, failed);
        command.SetAction(async (parsed, cancellation) =>
        {
            var store = Places.Store(host, Configuration.Read(host, parsed, parsed.GetValue(repository)));
            var ledger = await IndexReading.LedgerAsync(host, store, cancellation);
            var views = new StatusViews(host, parsed);
            if (parsed.GetValue(failed))
            {
                await views.FailedAsync(ledger, store, parsed.GetValue(runId), cancellation);
                return ExitCodes.Done;
            }

            if (parsed.GetValue(runId) is { } id)
            {
                await views.RunAsync(ledger, id, cancellation);
                return ExitCodes.Done;
            }

            await using var index = await IndexReading.OpenOrAbsentAsync(host, store, cancellation);
            var filter = await FilterAsync(parsed.GetValue(repository), parsed.GetValue(slot.Ref), host, cancellation);
            var document = await DocumentAsync(
                store,
                (index, ledger),
                filter with { Collection = parsed.GetValue(slot.Collection) },
                cancellation);
            if (parsed.GetValue(summary))
            {
                await views.SummaryAsync(ledger, document, cancellation);
                return ExitCodes.Done;
            }

            Write(host, parsed, document);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(CommandHost host, ParseResult parsed, StatusDocument document)
    {
        if (parsed.GetValue<bool>("--json"))
        {
            JsonOutput.Write(host.Out, document);
        }
        else if (!StatusText.Table.TryWrite(host, parsed, document.Revisions))
        {
            StatusText.Write(host.Out, document);
        }

        host.Out.Flush();
    }

    private static async Task<Filter> FilterAsync(
        string? folder, string? reference, CommandHost host, CancellationToken cancellation)
    {
        if (folder is null)
        {
            return new Filter(null, reference, null, null);
        }

        await using var repository = await GitRepository.OpenAsync(host.Absolute(folder), new GitOptions(), cancellation);
        var name = SlotOptions.RefOf(reference);
        var tip = await repository.TipAsync(name, cancellation);
        var commit = tip?.Commit ?? new CommitId(ObjectId.None);
        return new Filter(repository.GitDirectory, tip?.Ref.Text ?? name.Text, commit, null);
    }

    private static async Task<StatusDocument> DocumentAsync(
        string store, (IIndexSnapshot Index, ILedger Ledger) read, Filter filter, CancellationToken cancellation)
    {
        var (index, ledger) = read;
        var repositories = await index.RepositoriesAsync(cancellation);
        var revisions = new List<RevisionDocument>();
        foreach (var revision in await index.RevisionsAsync(cancellation))
        {
            if (filter.Covers(revision.Slot, repositories))
            {
                revisions.Add(await RevisionAsync(index, revision, filter.Commit, cancellation));
            }
        }

        var runs = await ledger.RunsAsync(new RunQuery { Limit = RunsShown }, cancellation);
        return new StatusDocument(store, revisions, runs.Select(RunDocument.Of).ToArray());
    }

    private static async Task<RevisionDocument> RevisionAsync(
        IIndexSnapshot index, Revision revision, CommitId? commit, CancellationToken cancellation)
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
            InStep = commit is null ? null : commit == revision.Commit,
            Files = new StandingCounts(tally.Indexed, tally.Skipped.Values.Sum(), tally.Failed.Count),
            SkippedByReason = tally.Skipped,
            Failed = tally.Failed,
            Chunks = tally.Chunks,
            Embedder = revision.Content.Embedder,
            Dimensions = revision.Content.Dimensions,
            Lexical = revision.Content.Lexical,
        };
    }

    /// <summary>Which revisions are shown; null means all.</summary>
    private sealed record Filter(string? GitDirectory, string? Ref, CommitId? Commit, string? Collection)
    {
        public bool Covers(Slot slot, IReadOnlyList<KnownRepository> repositories) =>
            slot.IsIn(Collection)
            && slot.Follows(Ref)
            && (GitDirectory is null || repositories.Contains(new KnownRepository(slot.Repository, GitDirectory)));
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
                case Standing.Lost:
                    Failed.Add(new FailedFileDocument(file.Path, Names.Of(FailureCategory.Store)));
                    break;
            }
        }
    }
}
