using System.Globalization;
using System.Text.Json;

namespace Drivers;

/// <summary>Writes the Cucumber Messages that a runner would write of a small suite, a line each.</summary>
/// <param name="started">When the run began, UTC.</param>
internal sealed class SampleMessages(DateTimeOffset started)
{
    private const string Hook = "hook-0";
    private readonly List<string> _lines = [];
    private DateTimeOffset _now = started;

    /// <summary>All lines of a run that went to its end.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SampleExample> examples, DateTimeOffset started) =>
        new SampleMessages(started).Write(examples);

    private List<string> Write(IReadOnlyList<SampleExample> examples)
    {
        Add(new { meta = new { protocolVersion = "32.0.0", implementation = new { name = "sample", version = "1" } } });
        Add(new { hook = new { id = Hook, name = "OpenTheShop" } });
        for (var number = 0; number < examples.Count; number++)
        {
            Add(new { pickle = PickleOf(examples[number], number) });
        }

        Add(new { testRunStarted = new { timestamp = At(_now) } });
        for (var number = 0; number < examples.Count; number++)
        {
            Run(examples[number], number);
        }

        var isWell = examples.All(example => example.Scenario.Results.All(result => result is "passed" or "skipped"));
        Add(new { testRunFinished = new { success = isWell, timestamp = At(_now) } });
        return _lines;
    }

    private void Run(SampleExample example, int number)
    {
        var results = example.Scenario.Results;
        if (results.Count > 0)
        {
            var testSteps = StepsOf(example, number);
            Add(new { testCase = new { id = $"case-{number}", pickleId = $"{number}", testSteps } });
        }

        for (var attempt = 0; attempt < results.Count; attempt++)
        {
            var id = $"{number}-{attempt}";
            Add(new { testCaseStarted = new { id, attempt, testCaseId = $"case-{number}", timestamp = At(_now) } });
            Steps(example, number, id, results[attempt]);
            _now += example.Scenario.Time;
            if (results[attempt] != "cut")
            {
                var willBeRetried = attempt + 1 < results.Count;
                Add(new { testCaseFinished = new { testCaseStartedId = id, timestamp = At(_now), willBeRetried } });
            }
        }
    }

    private void Steps(SampleExample example, int number, string id, string result)
    {
        var statuses = StatusesOf(result);
        for (var step = 0; step < Math.Min(statuses.Length, example.Steps.Count + 1); step++)
        {
            var status = statuses[step];
            var message = status is "PASSED" || Array.IndexOf(statuses, status) != step
                ? null
                : MessageOf(example.Scenario, result);
            Add(new
            {
                testStepFinished = new
                {
                    testCaseStartedId = id,
                    testStepId = $"step-{number}-{step}",
                    testStepResult = new { status, message, duration = Span(example.Scenario.Time / 4) },
                },
            });
        }

        Attach(example.Scenario.Figure, id);
    }

    private void Attach(string figure, string id)
    {
        if (figure.Split(' ') is [var name, var value, var unit])
        {
            var number = double.Parse(value, CultureInfo.InvariantCulture);
            var body = JsonSerializer.Serialize(new { name, value = number, unit });
            const string Kind = "application/vnd.specs.metric+json";
            Add(new { attachment = new { body, contentEncoding = "IDENTITY", mediaType = Kind, testCaseStartedId = id } });
        }
    }

    /// <summary>The hook first, then the steps; a step that is not listed says nothing.</summary>
    private static string[] StatusesOf(string result) => result switch
    {
        "passed" => ["PASSED", "PASSED", "PASSED", "PASSED"],
        "failed" => ["PASSED", "PASSED", "PASSED", "FAILED"],
        "undefined" => ["PASSED", "PASSED", "PASSED", "UNDEFINED"],
        "ambiguous" => ["PASSED", "PASSED", "AMBIGUOUS", "SKIPPED"],
        "pending" => ["PASSED", "PASSED", "PASSED", "PENDING"],
        "skipped" => ["SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED"],
        "hook failed" => ["FAILED", "SKIPPED", "SKIPPED", "SKIPPED"],
        "ended in a new word" => ["PASSED", "PASSED", "PASSED", "EXPLODED"],
        "silent" => ["PASSED", "PASSED", "PASSED"],
        "cut" => ["PASSED", "PASSED"],
        "no steps" => ["PASSED"],
        _ => throw new SpecException($"Nobody knows how a scenario ends as \"{result}\"."),
    };

    private static string? MessageOf(SampleScenario scenario, string result) => scenario.Reason.Length > 0
        ? scenario.Reason
        : result switch
        {
            "failed" => "it did not arrive",
            "skipped" => "no carrier here",
            "hook failed" => "the shop did not open",
            _ => null,
        };

    private static object PickleOf(SampleExample example, int number) => new
    {
        id = $"{number}",
        uri = $"features/{example.Scenario.Feature}",
        location = new { line = example.Line },
        name = example.Scenario.Name,
        steps = example.Steps
            .Select((step, index) => new { id = $"{number}-{index}", text = step.Text, argument = ArgumentOf(step) }),
    };

    private static object? ArgumentOf(SampleStep step) => step.Table is null
        ? null
        : new { dataTable = new { rows = step.Table.Select(RowOf) } };

    private static object RowOf(string[] row) => new { cells = row.Select(value => new { value }) };

    private static IEnumerable<object> StepsOf(SampleExample example, int number) =>
    [
        new { id = $"step-{number}-0", hookId = Hook },
        .. example.Steps.Select((_, at) => new { id = $"step-{number}-{at + 1}", pickleStepId = $"{number}-{at}" }),
    ];

    private static object At(DateTimeOffset moment) => Span(moment - DateTimeOffset.UnixEpoch);

    private static object Span(TimeSpan time) => new
    {
        seconds = time.Ticks / TimeSpan.TicksPerSecond,
        nanos = time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick,
    };

    private void Add(object message) => _lines.Add(JsonSerializer.Serialize(message));
}
