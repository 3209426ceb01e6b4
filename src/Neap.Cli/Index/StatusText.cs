using System.Globalization;

namespace Neap.Cli;

/// <summary>The index in words.</summary>
internal static class StatusText
{
    private const int CommitDigits = 10;

    /// <summary>What the index holds as a table: a row a revision.</summary>
    public static readonly CsvTable<RevisionDocument> Table = new(
        ("collection", revision => revision.Collection),
        ("repository", revision => revision.Repository),
        ("ref", revision => revision.Ref),
        ("branch", revision => revision.Branch),
        ("commit", revision => revision.Commit),
        ("in_step", revision => revision.InStep),
        ("published_at", revision => revision.PublishedAt),
        ("indexed", revision => revision.Files.Indexed),
        ("chunks", revision => revision.Chunks),
        ("skipped", revision => revision.Files.Skipped),
        ("failed", revision => revision.Files.Failed),
        ("embedder", revision => revision.Embedder),
        ("dimensions", revision => revision.Dimensions),
        ("words", revision => revision.Lexical));

    public static void Write(TextWriter output, StatusDocument document)
    {
        output.WriteLine($"Index {document.Store}");
        if (document.Revisions.Count == 0)
        {
            output.WriteLine("  holds no such repository; `neap index sync` adds one.");
        }

        foreach (var revision in document.Revisions)
        {
            WriteRevision(output, revision);
        }

        foreach (var run in document.Runs.Where(run => run.Status is not "completed"))
        {
            output.WriteLine(Format($"  run {Terminal.Safe(run.RunId)} of {Terminal.Safe(run.Repository)}: {run.Status}{(run.Abandoned ? ", abandoned" : "")}, started {run.StartedAt:u}"));
        }
    }

    private static void WriteRevision(TextWriter output, RevisionDocument revision)
    {
        var commit = revision.Commit is { } id ? id[..CommitDigits] : "no commit";
        var where = Terminal.Safe(revision.Branch is { } branch && branch != revision.Ref ? $"{revision.Ref} → {branch}" : revision.Ref);
        output.WriteLine(Format(
            $"  {Terminal.Safe(revision.Collection)}/{Terminal.Safe(revision.Repository)}  {where}  {commit}{StepText(revision)}  {revision.PublishedAt:u}"));
        output.WriteLine(Format(
            $"    {revision.Files.Indexed:N0} files in {revision.Chunks:N0} chunks, {revision.Files.Skipped:N0} skipped, {revision.Files.Failed:N0} failed; {revision.Embedder}, {revision.Dimensions} dimensions{(revision.Lexical ? ", words" : "")}"));
        foreach (var (reason, count) in revision.SkippedByReason)
        {
            output.WriteLine(Format($"    skipped  {count:N0} {reason}"));
        }

        foreach (var failed in revision.Failed)
        {
            output.WriteLine($"    failed   {Terminal.Safe(failed.Path)} ({failed.Category})");
        }
    }

    private static string StepText(RevisionDocument revision)
    {
        var extra = revision.WorkingTree ? " with uncommitted changes" : revision.Since is { } since ? $" since {since[..CommitDigits]}" : "";
        return extra + revision.InStep switch
        {
            true => "  in step",
            false => "  behind: run `neap index sync`",
            null => "",
        };
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
