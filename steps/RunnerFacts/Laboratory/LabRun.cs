using System.Text.Json;

namespace RunnerFacts.Laboratory;

/// <summary>What came of a laboratory's run.</summary>
internal sealed record LabRun(
    IReadOnlyList<LabTest> Tests, IReadOnlyList<JsonElement> Messages, IReadOnlyList<string> Log)
{
    /// <summary>The only test.</summary>
    public LabTest Test
    {
        get
        {
            Tests.Select(test => test.Name).Should().ContainSingle();
            return Tests[0];
        }
    }

    /// <summary>The test of this display name.</summary>
    public LabTest this[string name] => Tests.Single(test => test.Name == name);

    /// <summary>Outcomes by name, sorted.</summary>
    public IEnumerable<string> Outcomes =>
        Tests.Select(test => $"{test.Name}: {test.Outcome}").Order(StringComparer.Ordinal);

    /// <summary>The messages of one kind, without their envelope.</summary>
    public IEnumerable<JsonElement> Of(string kind) =>
        Messages.Where(message => message.TryGetProperty(kind, out _)).Select(message => message.GetProperty(kind));

    /// <summary>The status of every finished step and hook, in order.</summary>
    public IEnumerable<string> Statuses =>
        Of("testStepFinished").Select(step => step.GetProperty("testStepResult").GetProperty("status").GetString()!);

    /// <summary>Everything passed, and this was written down.</summary>
    public void ShouldHaveLogged(params string[] lines)
    {
        Tests.Where(test => test.Outcome != "passed").Select(test => $"{test.Name}: {test.Reasons}")
            .Should().BeEmpty("everything passes");
        Log.Should().Equal(lines);
    }
}
