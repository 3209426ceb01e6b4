using System.Text;
using System.Text.Json;

namespace Drivers;

/// <summary>The Cucumber Messages of a made-up run.</summary>
public sealed class FixtureMessages
{
    private const string Passed = "PASSED";
    private const long Began = 1_772_438_400;
    private readonly StringBuilder _lines = new();
    private int _milliseconds;
    private int _ids;

    /// <summary>The messages of a run of some features.</summary>
    public static string Of(IReadOnlyList<FixtureFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var messages = new FixtureMessages();
        messages.Add(new { meta = new { protocolVersion = "32.0.0", implementation = new { name = "made up", version = "1" }, os = new { name = "any" }, cpu = new { name = "any" }, runtime = new { name = "any" } } });
        foreach (var feature in features)
        {
            messages.Add(new { source = new { uri = Uri(feature), data = feature.Text, mediaType = "text/x.cucumber.gherkin+plain" } });
            messages.Add(new { gherkinDocument = FixtureDocument.Of(feature, Uri(feature)) });
        }

        var pickles = features.SelectMany(feature => feature.Examples.Select(example => messages.AddPickle(feature, example))).ToList();
        messages.Add(new { testRunStarted = new { id = "run", timestamp = messages.Now() } });
        foreach (var (example, id) in pickles.Where(pickle => pickle.Example.Result != "not run"))
        {
            messages.AddRun(example, id);
        }

        messages.Add(new { testRunFinished = new { testRunStartedId = "run", success = false, timestamp = messages.Now() } });
        return messages._lines.ToString();
    }

    private static string Uri(FixtureFeature feature) => $"features/{feature.Path}";

    private (FixtureExample Example, string Id) AddPickle(FixtureFeature feature, (FixtureExample Example, int Line, int RowLine) place)
    {
        var (example, line, rowLine) = place;
        var id = $"p{_ids++}";
        var row = example.Row ?? "";
        Add(new
        {
            pickle = new
            {
                id,
                uri = Uri(feature),
                location = new { line = rowLine > 0 ? rowLine : line, column = 5 },
                name = example.Name.Replace("<what>", row, StringComparison.Ordinal),
                language = "en",
                astNodeIds = rowLine > 0 ? new[] { $"{feature.Path}:{line}", $"{feature.Path}:{rowLine}" } : [$"{feature.Path}:{line}"],
                tags = example.Tags.Select(tag => new { name = tag, astNodeId = $"{feature.Path}:{line}:{tag}" }),
                steps = new[]
                {
                    Step($"{id}-0", "the shop is open", "Context", $"{feature.Path}:{feature.BackgroundLine}", null),
                    Step($"{id}-1", example.Row is null ? "a basket" : $"a basket with {row}", "Context", $"{feature.Path}:{line}:1", DocString(example)),
                    Step($"{id}-2", example.Event, "Action", $"{feature.Path}:{line}:2", null),
                    Step($"{id}-3", "a receipt is printed", "Outcome", $"{feature.Path}:{line}:3", Table(example)),
                },
            },
        });
        Add(new
        {
            testCase = new
            {
                id = $"{id}-case",
                pickleId = id,
                testRunStartedId = "run",
                testSteps = Enumerable.Range(0, 4).Select(step => new { id = $"{id}-{step}-t", pickleStepId = $"{id}-{step}", stepDefinitionIds = Array.Empty<string>(), stepMatchArgumentsLists = Array.Empty<object>() }),
            },
        });
        return (example, id);
    }

    private static object Step(string id, string text, string type, string node, object? argument) =>
        new { id, text, type, astNodeIds = new[] { node }, argument };

    private static object? DocString(FixtureExample example) =>
        example.DocString is { } content ? new { docString = new { content } } : null;

    private static object? Table(FixtureExample example) => example.Table.Count == 0 ? null : new
    {
        dataTable = new { rows = example.Table.Select(row => new { cells = row.Select(value => new { value }) }) },
    };

    private void AddRun(FixtureExample example, string id)
    {
        if (example.Result == "flaky")
        {
            AddAttempt(example with { Result = "failed", Files = [] }, id, 0);
        }

        AddAttempt(example.Result == "flaky" ? example with { Result = "passed", Message = "" } : example, id, example.Result == "flaky" ? 1 : 0);
    }

    private void AddAttempt(FixtureExample example, string id, int attempt)
    {
        var started = $"{id}-{attempt}";
        Add(new { testCaseStarted = new { id = started, testCaseId = $"{id}-case", attempt, timestamp = Now() } });
        var (decisive, status) = example.Result switch
        {
            "failed" => (3, "FAILED"),
            "undefined" => (2, "UNDEFINED"),
            "ambiguous" => (2, "AMBIGUOUS"),
            "pending" => (2, "PENDING"),
            "skipped" => (0, "SKIPPED"),
            _ => (4, Passed),
        };
        for (var step = 0; step < 4; step++)
        {
            var result = step < decisive ? Passed : step == decisive ? status : "SKIPPED";
            Add(new { testStepStarted = new { testCaseStartedId = started, testStepId = $"{id}-{step}-t", timestamp = Now() } });
            foreach (var file in step == 2 ? example.Files : [])
            {
                AddFile(file, started, $"{id}-{step}-t");
            }

            Add(new { testStepFinished = new { testCaseStartedId = started, testStepId = $"{id}-{step}-t", timestamp = Now(), testStepResult = new { status = result, message = step == decisive ? example.Message : null, duration = new { seconds = 0, nanos = 4_000_000 } } } });
        }

        Add(new { testCaseFinished = new { testCaseStartedId = started, timestamp = Now(), willBeRetried = false } });
    }

    private void AddFile(FixtureFile file, string started, string step) => Add(new
    {
        attachment = new
        {
            body = Convert.ToBase64String(file.Bytes),
            contentEncoding = "BASE64",
            mediaType = file.MediaType,
            fileName = file.Name.Length > 0 ? file.Name : null,
            testCaseStartedId = started,
            testStepId = step,
        },
    });

    private object Now()
    {
        _milliseconds += 3;
        return new { seconds = Began + (_milliseconds / 1000), nanos = _milliseconds % 1000 * 1_000_000 };
    }

    private void Add(object message) => _lines.Append(JsonSerializer.Serialize(message, FixtureDocument.Json)).Append('\n');
}
