using System.Text.Json;
using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>What the messages say of examples while they run.</summary>
internal sealed class CaseBook(int file)
{
    private readonly Dictionary<string, TestCase> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttemptBuilder> _attempts = new(StringComparer.Ordinal);

    /// <summary>In the order in which they began.</summary>
    public IEnumerable<AttemptBuilder> Attempts => _attempts.Values;

    public void Add(string kind, JsonElement body)
    {
        switch (kind)
        {
            case "testCase":
                _cases[body.Text("id")] = CaseOf(body);
                break;
            case "testCaseStarted":
                Begin(body);
                break;
            default:
                Go(kind, body);
                break;
        }
    }

    private void Go(string kind, JsonElement body)
    {
        var attempt = _attempts.GetValueOrDefault(body.Text("testCaseStartedId"));
        switch (kind)
        {
            case "testStepFinished":
                attempt?.Finish(body.Text("testStepId"), body.Child("testStepResult") ?? default);
                break;
            case "attachment":
                attempt?.Attach(body.Text("testStepId"), AttachmentOf(body));
                break;
            case "testCaseFinished":
                attempt?.End(body.Moment("timestamp"));
                break;
            default:
                break; // kinds that say nothing about the outcome, and kinds that are newer than this reader
        }
    }

    private static TestCase CaseOf(JsonElement body) => new(
        body.Text("pickleId"),
        [.. body.List("testSteps")
            .Select(step => new TestStep(step.Text("id"), step.Text("pickleStepId"), step.Text("hookId")))]);

    private void Begin(JsonElement body)
    {
        if (_cases.TryGetValue(body.Text("testCaseId"), out var testCase))
        {
            _attempts[body.Text("id")] = new(file, testCase, body.Moment("timestamp"));
        }
    }

    private static Attachment AttachmentOf(JsonElement body) => new(
        body.Text("mediaType"),
        body.Text("fileName"),
        body.Text("body"),
        body.Text("contentEncoding") == "BASE64",
        body.Text("url"));
}

/// <summary>What will run for a pickle: its steps with the hooks around them.</summary>
internal sealed record TestCase(string PickleId, IReadOnlyList<TestStep> Steps);

/// <summary>A step or a hook of a test case; the other id is empty.</summary>
internal sealed record TestStep(string Id, string PickleStepId, string HookId);
