using System.Linq.Expressions;
using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>The hosted build runs what everybody runs and publishes what it found.</summary>
public sealed class WorkflowFacts
{
    private readonly WorkflowFile _workflow = new();

    [Fact]
    public void ItRunsTheSameCommand() => _workflow.CommandsOf("gate").Should().Contain(".ci/run");

    [Fact]
    public void ItShowsTheSummary() => _workflow.CommandsOf("gate").Should().Contain(Has("GITHUB_STEP_SUMMARY"));

    [Fact]
    public void ItPublishesTheReports() => _workflow.PublishedBy("gate").Should().Equal(".artifacts/reports");

    [Fact]
    public void ItRunsTheLongChecksAtNight()
    {
        _workflow.Events.Should().Contain("schedule");
        _workflow.CommandsOf("nightly").Should().Contain(Has("steps/test.sh --slow"));
    }

    private static Expression<Func<string, bool>> Has(string words) => command => command.Contains(words, StringComparison.Ordinal);
}
