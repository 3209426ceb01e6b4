namespace Neap.Core;

/// <summary>
/// Keeps the file map of a feed aside, where no reader sees it, until <see cref="Publication.IsStaged">a publication</see>
/// makes it visible.
/// </summary>
/// <remarks>
/// What is kept outlives the process, so a feed that comes again goes on where it stopped. Every call may be made twice
/// and then has done what one call does: an answer may be lost on its way from a server.
/// </remarks>
public interface IStagingStore
{
    /// <summary>Keeps some lines of a run, and notes what became of them, in one step. A line that is kept again is replaced.</summary>
    /// <remarks>From its beginning, or since it was opened again, a run keeps its lines in the order of their numbers.</remarks>
    /// <exception cref="NeapException">Nothing was kept or noted.</exception>
    ValueTask StageAsync(StagedLines lines, CancellationToken cancellation);

    /// <summary>The fingerprints of the lines that a run has kept, by number, between two numbers inclusive.</summary>
    ValueTask<IReadOnlyDictionary<long, UInt128>> StagedAsync(
        string runId, long first, long last, CancellationToken cancellation);

    /// <summary>
    /// Opens the newest run of a slot again that kept lines and did not come to publish them; null where there is none.
    /// Lines whose content is not known under the key are forgotten.
    /// </summary>
    ValueTask<RunRecord?> ReopenAsync(Slot slot, ContentKey key, int processId, CancellationToken cancellation);

    /// <summary>A run's last word about each path, in byte order of the paths.</summary>
    IAsyncEnumerable<StagedFile> StagedFilesAsync(string runId, CancellationToken cancellation);

    /// <summary>Forgets what a run has kept and noted, from a line on.</summary>
    ValueTask UnstageAsync(string runId, long fromLine, CancellationToken cancellation);
}

/// <summary>Lines of a feed that belong together.</summary>
/// <param name="Files">What each line makes of the file map; empty for a line that changes nothing.</param>
/// <param name="Outcomes">What became of the lines, for the ledger.</param>
public sealed record StagedLines(IReadOnlyList<StagedLine> Files, LineOutcomes Outcomes);

/// <summary>One line that is done or left out.</summary>
/// <param name="Number">Its number in the input.</param>
/// <param name="Fingerprint">Tells it from another line with the same number.</param>
/// <param name="Changes">What it makes of the file map, in order; empty where it changes nothing.</param>
public sealed record StagedLine(long Number, UInt128 Fingerprint, IReadOnlyList<FileMapChange> Changes);

/// <summary>A run's last word about a path.</summary>
/// <param name="Number">The line that said it.</param>
/// <param name="Change">What it makes of the file map.</param>
public sealed record StagedFile(long Number, FileMapChange Change);
