using System.Text.Json;
using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>One try while its messages are read.</summary>
internal sealed class AttemptBuilder(int file, TestCase testCase, DateTimeOffset? started)
{
    private readonly Dictionary<string, StepEnd> _ends = new(StringComparer.Ordinal);
    private readonly List<(string StepId, Attachment Attachment)> _attachments = [];
    private DateTimeOffset? _finished;
    private bool _isFinished;

    public string PickleId => testCase.PickleId;

    public void Finish(string stepId, JsonElement result) => _ends[stepId] = new(
        StatusOf(result.Text("status")),
        result.Time("duration") ?? TimeSpan.Zero,
        result.Text("message"));

    public void Attach(string stepId, Attachment attachment) => _attachments.Add((stepId, attachment));

    public void End(DateTimeOffset? at) => (_finished, _isFinished) = (at, true);

    public Attempt Build(PickleBook pickles)
    {
        var places = pickles.Find(PickleId).Steps.Select((step, index) => (step.Id, index, step.Text))
            .ToDictionary(step => step.Id, StringComparer.Ordinal);
        var steps = testCase.Steps.Where(step => _ends.ContainsKey(step.Id)).Select(step =>
        {
            var isStep = places.TryGetValue(step.PickleStepId, out var place);
            return StepOf(step, isStep ? place.index : null, isStep ? place.Text : pickles.Hook(step.HookId), pickles);
        });
        var known = testCase.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            file,
            started,
            _finished is { } end && started is { } start && end > start ? end - start : TimeSpan.Zero,
            _isFinished,
            [.. steps],
            [.. _attachments.Where(item => !known.Contains(item.StepId)).Select(item => item.Attachment)]);
    }

    private StepRun StepOf(TestStep step, int? index, string text, PickleBook pickles)
    {
        var end = _ends[step.Id];
        return new()
        {
            Index = index,
            Text = text,
            Status = end.Status,
            Duration = end.Duration,
            Message = end.Message,
            Snippets = pickles.Snippets(step.PickleStepId),
            Attachments = [.. _attachments.Where(item => item.StepId == step.Id).Select(item => item.Attachment)],
        };
    }

    /// <summary>A word that nobody knows is not taken for success.</summary>
    private static StepStatus StatusOf(string word) => word switch
    {
        "PASSED" => StepStatus.Passed,
        "SKIPPED" => StepStatus.Skipped,
        "PENDING" => StepStatus.Pending,
        "UNDEFINED" => StepStatus.Undefined,
        "AMBIGUOUS" => StepStatus.Ambiguous,
        _ => StepStatus.Failed,
    };

    private sealed record StepEnd(StepStatus Status, TimeSpan Duration, string Message);
}
