using Specs.Drawings;
using Specs.Report.Model;

namespace Specs.Report.Page;

/// <summary>What an attempt left: drawings beside its steps, the delta of the index, timelines, and attachments.</summary>
internal sealed class EvidenceView(Html html)
{
    private const int InlineBytes = 40 * 1024;
    private const int DownloadBytes = 256 * 1024;
    private const string Log = "text/x.cucumber.log+plain";

    /// <summary>The commit graphs.</summary>
    public void WriteGraphs(Attempt attempt)
    {
        foreach (var picture in attempt.AllAttachments.Where(IsRepository).Select(file => PictureJson.ReadRepository(file.Bytes())).OfType<RepositoryPicture>())
        {
            html.Add($"<figure>{new Markup(CommitGraph.Draw(picture, Frame.Page))}</figure>");
        }
    }

    /// <summary>Everything else.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="result">Logs of what passed are folded.</param>
    public void WriteRest(Attempt attempt, Verdict result)
    {
        var files = attempt.AllAttachments.ToList();
        foreach (var file in files.Where(file => Is(file, IndexPicture.MediaType, IndexPicture.FileEnding)))
        {
            WriteDelta(PictureJson.ReadIndex(file.Bytes()));
        }

        foreach (var picture in files.Where(IsTimeline).Select(file => PictureJson.ReadTimeline(file.Bytes())).OfType<TimelinePicture>())
        {
            html.Add($"<figure>{new Markup(Timeline.Draw(picture, Frame.Page))}</figure>");
        }

        var drawn = files.Where(IsDrawn).Select(file => Path.ChangeExtension(file.FileName, ".svg")).ToHashSet(StringComparer.Ordinal);
        var others = files.Where(file => !IsDrawn(file) && !(file.FileName.Length > 0 && drawn.Contains(file.FileName))).ToList();
        if (others.Count == 0)
        {
            return;
        }

        var isFolded = result == Verdict.Passed;
        html.Add(new Markup(isFolded ? $"<details><summary>{others.Count} attached</summary>" : "<div>"));
        others.ForEach(WriteFile);
        html.Add(new Markup(isFolded ? "</details>" : "</div>"));
    }

    private static bool Is(Attachment file, string mediaType, string ending) =>
        file.MediaType == mediaType || (file.MediaType == "application/json" && file.FileName.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsRepository(Attachment file) => Is(file, RepositoryPicture.MediaType, RepositoryPicture.FileEnding);

    private static bool IsTimeline(Attachment file) => Is(file, TimelinePicture.MediaType, TimelinePicture.FileEnding);

    private static bool IsDrawn(Attachment file) =>
        IsRepository(file) || IsTimeline(file) || Is(file, IndexPicture.MediaType, IndexPicture.FileEnding);

    private void WriteDelta(IndexPicture? delta)
    {
        if (delta is null)
        {
            return;
        }

        var kinds = delta.Changes.CountBy(change => change.Change).Select(kind => $"{kind.Value} {kind.Key}");
        var words = delta.Changes.Count == 0 ? "no change" : string.Join(", ", kinds);
        html.Add($"<p class=o>Index before and after: {words}, {delta.Untouched} untouched; {delta.Embedded} texts embedded</p>");
        if (delta.Changes.Count == 0)
        {
            return;
        }

        html.Add($"<table><tr><th scope=col>path<th scope=col>before<th scope=col>after<th scope=col>embedded");
        foreach (var change in delta.Changes)
        {
            html.Add($"""<tr><td>{change.Path}<td class="{new Markup(change.After == 0 ? "b" : "")}">{Before(change)}<td class="{new Markup(change.After > 0 ? "k" : "")}">{After(change)}<td>{change.Embedded}""");
        }

        html.Add($"</table>");
        if (delta.Unlisted > 0)
        {
            html.Add($"<p class=o>and {delta.Unlisted} more</p>");
        }
    }

    private static string Before(IndexLine change) => change switch
    {
        { OldPath.Length: > 0 } => $"as {change.OldPath}",
        { After: 0 } => $"− {Chunks(change.Before)}",
        { Before: > 0 } => Chunks(change.Before),
        _ => "",
    };

    private static string After(IndexLine change) => change switch
    {
        { After: 0 } => "",
        { Change: "added" } => $"+ {Chunks(change.After)}",
        { Change: "moved" } => $"→ {Chunks(change.After)}",
        _ => Chunks(change.After),
    };

    private static string Chunks(int count) => count == 1 ? "1 chunk" : $"{count} chunks";

    private void WriteFile(Attachment file)
    {
        var name = file.FileName.Length > 0 ? file.FileName : file.MediaType;
        if (file.Url.Length > 0)
        {
            html.Add($"<p>{name}: {file.Url}</p>");
            return;
        }

        var bytes = file.Bytes();
        if (file.MediaType is "image/png" or "image/jpeg" or "image/gif" or "image/svg+xml" && bytes.Length <= InlineBytes)
        {
            html.Add($"""<figure><img alt="{name}" src="data:{file.MediaType};base64,{Convert.ToBase64String(bytes)}"></figure>""");
        }
        else if (IsText(file.MediaType) && bytes.Length <= InlineBytes)
        {
            if (file.MediaType != Log)
            {
                html.Add($"<p>{name}</p>");
            }

            html.Add($"<pre>{file.Text()}</pre>");
        }
        else if (bytes.Length <= DownloadBytes)
        {
            // No type of the sender's: a browser saves these bytes and never opens them.
            html.Add($"""<p><a download="{name}" href="data:application/octet-stream;base64,{Convert.ToBase64String(bytes)}">{name}</a> ({bytes.Length} bytes)</p>""");
        }
        else
        {
            html.Add($"<p>{name}: {bytes.Length} bytes, too large for this page</p>");
        }
    }

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.EndsWith("json", StringComparison.Ordinal) || mediaType.EndsWith("xml", StringComparison.Ordinal);
}
