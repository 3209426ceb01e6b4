using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>The hosted build runs what everybody runs and publishes what it found.</summary>
public sealed class WorkflowFacts
{
    private readonly WorkflowFile _workflow = new();

    [Fact]
    public void ItRunsTheSameCommand() => Assert.Contains(".ci/run", _workflow.CommandsOf("gate"));

    [Fact]
    public void ItShowsTheSummary() => Assert.Contains(_workflow.CommandsOf("gate"), Has("GITHUB_STEP_SUMMARY"));

    [Fact]
    public void ItPublishesTheReports() => Assert.Equal([".artifacts/reports"], _workflow.PublishedBy("gate"));

    [Fact]
    public void ItRunsTheLongChecksAtNight()
    {
        Assert.Contains("schedule", _workflow.Events);
        Assert.Contains(_workflow.CommandsOf("nightly"), Has("steps/test.sh --slow"));
    }

    private static Predicate<string> Has(string words) => command => command.Contains(words, StringComparison.Ordinal);
}
