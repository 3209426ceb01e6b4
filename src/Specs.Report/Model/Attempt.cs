using System.Text;

namespace Specs.Report.Model;

/// <summary>How a step or hook ended, the better ones first.</summary>
public enum StepStatus
{
    /// <summary>Did what it says.</summary>
    Passed,

    /// <summary>Not executed.</summary>
    Skipped,

    /// <summary>Said to be unfinished.</summary>
    Pending,

    /// <summary>Has no definition.</summary>
    Undefined,

    /// <summary>Has several definitions.</summary>
    Ambiguous,

    /// <summary>Threw an error, or ended in a way that nobody knows.</summary>
    Failed,
}

/// <summary>One try at an example.</summary>
/// <param name="File">Which message file tells of it, counted from 0; a rerun of failures is a later file.</param>
/// <param name="Started">When it began, UTC; null where the messages do not say.</param>
/// <param name="Duration">From start to finish; zero where it did not finish.</param>
/// <param name="IsFinished">False where the run was cut before its end.</param>
/// <param name="Steps">Hooks and steps in the order of execution.</param>
/// <param name="Attachments">What was attached outside any step.</param>
public sealed record Attempt(
    int File,
    DateTimeOffset? Started,
    TimeSpan Duration,
    bool IsFinished,
    IReadOnlyList<StepRun> Steps,
    IReadOnlyList<Attachment> Attachments)
{
    /// <summary>The worst of its steps and hooks.</summary>
    public StepStatus Status => Steps.Count == 0 ? StepStatus.Undefined : Steps.Max(step => step.Status);

    /// <summary>The first step or hook that ended as the attempt did.</summary>
    public StepRun? Decisive => Steps.FirstOrDefault(step => step.Status == Status);

    /// <summary>What was attached anywhere in it, in order.</summary>
    public IEnumerable<Attachment> AllAttachments => Steps.SelectMany(step => step.Attachments).Concat(Attachments);
}

/// <summary>A step or hook as it was executed.</summary>
public sealed record StepRun
{
    /// <summary>Which of <see cref="Example.Steps"/> this is; null for a hook.</summary>
    public required int? Index { get; init; }

    /// <summary>The step's text, or the hook's name.</summary>
    public required string Text { get; init; }

    /// <summary>How it ended.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What was said about its end; empty where nothing was.</summary>
    public required string Message { get; init; }

    /// <summary>Definitions that would make an undefined step defined.</summary>
    public required IReadOnlyList<string> Snippets { get; init; }

    /// <summary>What was attached while it ran.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>True for a hook.</summary>
    public bool IsHook => Index is null;
}

/// <summary>Something that a step left as evidence.</summary>
/// <param name="MediaType">Its kind, such as <c>image/svg+xml</c>.</param>
/// <param name="FileName">Empty where it has none.</param>
/// <param name="Body">Text, or base64 where <paramref name="IsBase64"/>.</param>
/// <param name="IsBase64">How the body is written.</param>
/// <param name="Url">Where it is kept instead, where the body is outside; else empty.</param>
public sealed record Attachment(string MediaType, string FileName, string Body, bool IsBase64, string Url)
{
    /// <summary>The bytes; none where the base64 is not base64.</summary>
    public byte[] Bytes()
    {
        if (!IsBase64)
        {
            return Encoding.UTF8.GetBytes(Body);
        }

        var bytes = new byte[Body.Length];
        return Convert.TryFromBase64String(Body, bytes, out var length) ? bytes[..length] : [];
    }

    /// <summary>The body as UTF-8 text.</summary>
    public string Text() => IsBase64 ? Encoding.UTF8.GetString(Bytes()) : Body;
}
