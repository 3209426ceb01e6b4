using Neap.Core;

namespace Neap.Sync;

/// <summary>Says in words why a file failed.</summary>
internal static class FailedFiles
{
    public static IReadOnlyList<FailedLine> Of(IReadOnlyList<FileChange> changes, Plan plan)
    {
        var failed = changes.Where(change => change.Kind == ChangeKind.Failed).ToArray();
        var existed = failed.Length == 0
            ? []
            : plan.Differences.Where(difference => difference.Old is not null).Select(difference => difference.Path).ToHashSet();
        return failed.Select(change => Line(change, existed.Contains(change.Path) ? "modify" : "add")).ToArray();
    }

    /// <summary>The sentence a person reads.</summary>
    public static string Words(FailureCategory category) => category switch
    {
        FailureCategory.Encoding => "The bytes are text in no encoding that is read (UTF-8, UTF-16 with a mark, Windows-1252).",
        _ => "The repository names the content but does not hold it; `git fsck` says more.",
    };

    private static FailedLine Line(FileChange change, string operation) =>
        change.Cause is Standing.Failed(var category)
            ? new FailedLine(change.Path, operation, category, Words(category))
            : throw new System.Diagnostics.UnreachableException(change.ToString());
}
