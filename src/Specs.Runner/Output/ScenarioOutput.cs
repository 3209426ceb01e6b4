using System.Globalization;
using Xunit.Abstractions;

namespace Reqnroll.Execution;

/// <summary>The output of one scenario: its steps, and what its bindings write.</summary>
internal sealed class ScenarioOutput(ITestOutputHelper output, ScenarioRecorder recorder, Settings settings)
    : IReqnrollOutputHelper
{
    /// <summary>The call that the running step was bound to.</summary>
    public string? Binding { get; set; }

    public void WriteLine(string message)
    {
        output.WriteLine(message);
        recorder.Log(message);
    }

    public void WriteLine(string format, params object[] args) =>
        WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath)
    {
        output.WriteLine($"[attachment] {filePath}");
        recorder.Attach(filePath);
    }

    public void Step(PickleStep step)
    {
        Binding = null;
        output.WriteLine($"{step.Keyword}{step.Text}");
        if (step.DocString is { } text)
        {
            output.WriteLine($"  --- multiline step argument ---{Environment.NewLine}{text}");
        }

        if (step.CreateTable() is { } table)
        {
            output.WriteLine($"  --- table step argument ---{Environment.NewLine}{table.ToString().TrimEnd()}");
        }
    }

    public void Result(StepResult result, TimeSpan duration)
    {
        if (result.Status == "PASSED" && !settings.TraceSuccessfulSteps)
        {
            return;
        }

        var seconds = duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        output.WriteLine(Line(result, settings.TraceTimings ? $" ({seconds}s)" : ""));
    }

    /// <summary>Whoever looks at a failure may need the order it happened in.</summary>
    public void WriteSeed() => output.WriteLine(RunOrder.Announcement);

    private string Line(StepResult result, string time) => result.Status switch
    {
        "PASSED" => $"-> done: {Binding}{time}",
        "SKIPPED" => $"-> skipped {(result.Message is { } reason ? $"({reason})" : "because of previous errors")}",
        "UNDEFINED" => "-> No matching step definition found for the step.",
        "PENDING" => $"-> pending: {Binding}",
        "AMBIGUOUS" => $"-> binding error: {result.Message}",
        _ => $"-> error: {result.Error?.Message}{time}",
    };
}
