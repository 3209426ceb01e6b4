using System.Globalization;
using Neap.Content;
using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>A run's figures in words.</summary>
internal static class ReportText
{
    private const int FailuresShown = 20;

    /// <summary>An id in full, or null where there is none.</summary>
    public static string? Id(ObjectId? id) => id is { IsNull: false } known ? known.ToString() : null;

    /// <summary>An id as people quote it.</summary>
    public static string Short(ObjectId? id) => Id(id) is { } text ? text[..Math.Min(10, text.Length)] : "no commit";

    /// <summary>The outward name of a size's tier.</summary>
    public static string TierOf(long sizeBytes, TierLimits limits) => Names.Of(Tier.Of(sizeBytes, limits));

    /// <summary>Files that differed, for each second of the run.</summary>
    public static double FilesPerSecond(SyncReport report) =>
        report.Duration > TimeSpan.Zero ? report.Changes.Count / report.Duration.TotalSeconds : 0;

    /// <summary>How many of the run's files were left out, by reason.</summary>
    public static SortedDictionary<string, long> SkippedByReason(SyncReport report)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in report.Changes.Where(change => change.Kind == ChangeKind.Skipped))
        {
            counts[change.Reason!] = counts.GetValueOrDefault(change.Reason!) + 1;
        }

        return counts;
    }

    /// <summary>The summary that a person reads after a run.</summary>
    public static IEnumerable<string> Summary(SyncReport report)
    {
        yield return Headline(report);
        if (report.RunId is not null || report.Status is SyncStatus.DryRun)
        {
            yield return $"  files     {Counts(report)}";
            if (SkippedByReason(report) is { Count: > 0 } reasons)
            {
                yield return $"  skipped   {string.Join(", ", reasons.Select(pair => Format($"{pair.Value:N0} {pair.Key}")))}";
            }

            yield return Format(
                $"  content   {report.ContentsRead:N0} read ({Bytes(report.BytesRead)}), {report.TextsEmbedded:N0} texts embedded, {report.FilesAlreadyDone:N0} files already known");
            yield return Format(
                $"  time      {report.Duration.TotalSeconds:0.00} s, {FilesPerSecond(report):N0} files/s, compared {Names.Of(report.Compared).Replace('-', ' ')}");
        }

        foreach (var failed in report.Changes.Where(change => change.Kind == ChangeKind.Failed).Take(FailuresShown))
        {
            yield return $"  failed    {Terminal.Safe(failed.Path)} ({failed.Reason})";
        }

        if (report.Count(ChangeKind.Failed) > FailuresShown)
        {
            yield return Format($"  failed    and {report.Count(ChangeKind.Failed) - FailuresShown:N0} more; `neap index status` lists them all");
        }

        foreach (var note in report.Notes)
        {
            yield return $"  note      {Terminal.Safe(note)}";
        }
    }

    /// <summary>One line a changed path, for <c>--verbose</c>.</summary>
    public static string Line(FileChange change, SyncStatus status)
    {
        var path = change.OldPath is { } old ? $"{Terminal.Safe(old)} -> {Terminal.Safe(change.Path)}" : Terminal.Safe(change.Path);
        var verb = status == SyncStatus.DryRun ? $"Would {Intent(change.Kind)}" : Verb(change.Kind);
        return change.Reason is null ? $"{verb}: {path}" : $"{verb}: {path} ({change.Reason})";
    }

    /// <summary>A size for people: bytes, KB, MB, GB of 1,000 each.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000_000 => Format($"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => Format($"{bytes / 1e6:0.0} MB"),
        >= 1_000 => Format($"{bytes / 1e3:0.0} KB"),
        _ => Format($"{bytes} bytes"),
    };

    private static string Headline(SyncReport report)
    {
        var what = $"{report.Slot.Repository} ({report.Branch ?? report.Slot.Ref}) in collection {Terminal.Safe(report.Slot.Collection)}";
        return report.Status switch
        {
            SyncStatus.InStep => $"{what} is in step with {Short(report.ToCommit?.Value)}; nothing to do.",
            SyncStatus.NothingToDo => $"{what}: nothing to do.",
            SyncStatus.DryRun => $"DRY RUN: {what} would be brought to {Short(report.ToCommit?.Value)}; nothing was written.",
            SyncStatus.Interrupted => $"Interrupted: {what} still equals {Short(report.FromCommit?.Value)}; what was read is kept.",
            _ => $"{what} is in step with {Short(report.ToCommit?.Value)}.",
        };
    }

    private static string Counts(SyncReport report)
    {
        var kinds = Enum.GetValues<ChangeKind>()
            .Where(kind => report.Count(kind) > 0)
            .Select(kind => Format($"{report.Count(kind):N0} {(report.Count(kind) == 1 ? "file" : "files")} {Names.Of(kind)}"))
            .ToArray();
        return kinds.Length == 0 ? "none differs" : string.Join(", ", kinds);
    }

    private static string Verb(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "ADD",
        ChangeKind.Updated => "MODIFY",
        ChangeKind.Moved => "MOVE",
        ChangeKind.Removed => "DELETE",
        ChangeKind.Skipped => "SKIP",
        ChangeKind.Failed => "FAIL",
        _ => "REFRESH",
    };

    private static string Intent(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "add",
        ChangeKind.Updated => "update",
        ChangeKind.Moved => "move",
        ChangeKind.Removed => "remove",
        ChangeKind.Skipped => "skip",
        ChangeKind.Failed => "fail",
        _ => "refresh",
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
