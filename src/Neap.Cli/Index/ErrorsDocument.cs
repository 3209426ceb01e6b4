using System.Text.Json.Serialization;
using Neap.Core;

namespace Neap.Cli;

/// <summary>What failed and still does, as JSON.</summary>
internal sealed record ErrorsDocument
{
    public required string Store { get; init; }

    public required int Total { get; init; }

    public required int Dead { get; init; }

    public required SortedDictionary<string, int> ByCategory { get; init; }

    public required SortedDictionary<string, int> BySeverity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ErrorDocument>? Errors { get; init; }

    public static ErrorsDocument Of(string store, IReadOnlyCollection<LedgerFailure> failures) => new()
    {
        Store = store,
        Total = failures.Count,
        Dead = failures.Count(failure => failure.Line.IsDead),
        ByCategory = Counted(failures, line => Names.Of(line.Category)),
        BySeverity = Counted(failures, line => Names.Of(line.Severity)),
        Errors = [.. failures.Select(ErrorDocument.Of)],
    };

    private static SortedDictionary<string, int> Counted(
        IEnumerable<LedgerFailure> failures, Func<FailedLine, string> nameOf)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var failure in failures)
        {
            var name = nameOf(failure.Line);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts;
    }
}

/// <summary>One file, or one line of a feed, that failed.</summary>
internal sealed record ErrorDocument
{
    public required string RunId { get; init; }

    public required string Collection { get; init; }

    public required string Repository { get; init; }

    public required string Ref { get; init; }

    public required long Line { get; init; }

    /// <summary>The number that the producer of a feed gave the line; absent where it gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SourceLine { get; init; }

    public required RepoPath? Path { get; init; }

    public required string Operation { get; init; }

    public required string Category { get; init; }

    public required string Severity { get; init; }

    public required string Message { get; init; }

    /// <summary>The start of the line, without content; absent where it came from git.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Payload { get; init; }

    public required int Attempts { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset LastAttempt { get; init; }

    public static ErrorDocument Of(LedgerFailure failure) => new()
    {
        RunId = failure.RunId,
        Collection = failure.Slot.Collection,
        Repository = failure.Slot.Repository,
        Ref = failure.Slot.Ref,
        Line = failure.Line.Number,
        SourceLine = failure.Line.SourceLine,
        Path = failure.Line.Path,
        Operation = Names.Of(failure.Line.Operation),
        Category = Names.Of(failure.Line.Category),
        Severity = Names.Of(failure.Line.Severity),
        Message = failure.Line.Message,
        Payload = failure.Line.Payload,
        Attempts = failure.Line.Attempts,
        State = failure.Line.IsDead ? "dead" : "failed",
        LastAttempt = failure.Line.LastAttempt,
    };
}

/// <summary>How much was forgotten or abandoned, as JSON.</summary>
internal sealed record ClearedDocument(long Cleared);
