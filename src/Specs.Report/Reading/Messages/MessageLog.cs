using System.Text.Json;
using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>What the messages of one file have said so far.</summary>
internal sealed class MessageLog(string path, int number)
{
    private readonly PickleBook _pickles = new();
    private readonly CaseBook _cases = new(number);
    private readonly List<string> _problems = [];
    private string _tool = "";
    private string _commit = "";
    private DateTimeOffset? _started;
    private DateTimeOffset? _finished;
    private bool _isFinished;
    private bool _saysSuccess = true;

    /// <summary>Every example that began, with its attempts.</summary>
    public IEnumerable<Execution> Executions => _cases.Attempts
        .GroupBy(attempt => attempt.PickleId, StringComparer.Ordinal)
        .Select(attempts => new Execution(_pickles.Find(attempts.Key),
            [.. attempts.Select(attempt => attempt.Build(_pickles))]));

    public RunFile File => new()
    {
        Path = path,
        Tool = _tool,
        Commit = _commit,
        Started = _started,
        Duration = _finished is { } end && _started is { } start ? end - start : TimeSpan.Zero,
        IsFinished = _isFinished,
        SaysSuccess = _saysSuccess,
        Problems = _problems,
    };

    public void Add(string kind, JsonElement body)
    {
        switch (kind)
        {
            case "meta":
                Meta(body);
                break;
            case "testRunStarted":
                _started = body.Moment("timestamp");
                break;
            case "testRunFinished":
                Finish(body);
                break;
            case "testRunHookFinished":
                HookFinished(body);
                break;
            case "parseError":
                _problems.Add(Texts.FirstLine(body.Text("message")));
                break;
            default:
                AddExample(kind, body);
                break;
        }
    }

    private void AddExample(string kind, JsonElement body)
    {
        if (!_pickles.TryAdd(kind, body))
        {
            _cases.Add(kind, body);
        }
    }

    private void Meta(JsonElement body)
    {
        var tool = body.Child("implementation") ?? default;
        _tool = $"{tool.Text("name")} {tool.Text("version")}".Trim();
        _commit = body.Child("ci")?.Child("git")?.Text("revision") ?? "";
    }

    private void Finish(JsonElement body)
    {
        _isFinished = true;
        _finished = body.Moment("timestamp");
        _saysSuccess = body.Flag("success", otherwise: true);
        if (body.Child("exception") is { } error)
        {
            _problems.Add(Texts.FirstLine(error.Text("message")));
        }
        else if (body.Text("message") is { Length: > 0 } message)
        {
            _problems.Add(Texts.FirstLine(message));
        }
    }

    private void HookFinished(JsonElement body)
    {
        var result = body.Child("result") ?? default;
        if (result.Text("status") is not ("PASSED" or "SKIPPED"))
        {
            _problems.Add(
                $"A hook around the run ended {result.Text("status")}: {Texts.FirstLine(result.Text("message"))}");
        }
    }
}

/// <summary>An example that was executed at least once.</summary>
/// <param name="Pickle">What was executed.</param>
/// <param name="Attempts">In the order in which they began.</param>
internal sealed record Execution(Pickle Pickle, IReadOnlyList<Attempt> Attempts);
