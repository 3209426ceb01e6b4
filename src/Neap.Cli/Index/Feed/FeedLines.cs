using Neap.Core;
using Neap.Sync;

namespace Neap.Cli;

/// <summary>Shows each line of a feed as it comes to its end, for <c>--verbose</c>.</summary>
internal sealed class FeedLines(CommandHost host, SyncMode mode) : IDisposable
{
    public void Write(LineReport line) => host.Out.WriteLine(Text(line));

    /// <inheritdoc/>
    public void Dispose() => host.Out.Flush();

    private string Text(LineReport line) => line.Fate switch
    {
        LineFate.Skipped(null) => $"SKIP: line {line.Number} is empty",
        LineFate.Skipped(var reason) => $"{Would}SKIP: {PathOf(line)} ({Names.Of(reason!.Value)})",
        LineFate.Failed failed => $"{Would}FAIL: {FailureText(line, failed)}",
        _ => $"{Would}{Verb(line.Operation)}: {PathOf(line)}",
    };

    private string Would => mode == SyncMode.DryRun ? "Would " : "";

    /// <summary>A failed line in words.</summary>
    public static string FailureText(LineReport line, LineFate.Failed failed) =>
        $"{ErrorsText.LineOf(line.Number, line.SourceLine)}{(line.Path is null ? "" : ": " + PathOf(line))} ({Names.Of(failed.Category)}): {Terminal.Safe(failed.Message)}";

    private static string Verb(LineOperation operation) => operation switch
    {
        LineOperation.Add => "ADD",
        LineOperation.Delete => "DELETE",
        LineOperation.Rename => "MOVE",
        _ => "MODIFY",
    };

    private static string PathOf(LineReport line) =>
        line.OldPath is { } old ? $"{Terminal.Safe(old)} -> {Terminal.Safe(line.Path!.Value)}" : Terminal.Safe(line.Path!.Value);
}
