using RunnerFacts.Laboratory;

namespace RunnerFacts;

/// <summary>A suite says itself where features and bindings do not fit.</summary>
public sealed class DryRunFacts
{
    private const string Feature = "Feature: F\n  Scenario: S\n    Given a\n    Given b\n    Given c 1\n";

    [Fact]
    public void EverythingThatDoesNotFitIsListedAtOnce()
    {
        var findings = Findings(Feature, """
            [Given("a")] public void A() { }
            [Given("^a$")] public void AToo() { }
            [Given("b")] public void B() { }
            [Given("d")] public void D() { }
            """);
        var text = string.Join('\n', findings);
        text.Should().Contain("features/lab.feature:3: ambiguous");
        text.Should().Contain("features/lab.feature:5: undefined: Given c 1");
        text.Should().Contain("unused: [Given(\"d\")] Steps.D()");
        text.Should().Contain("[Given(\"c {int}\")]");
        text.Should().NotContain("features/lab.feature:4");
    }

    [Fact]
    public void ASuiteThatFitsHasNoFindings() => Findings(
        "Feature: F\n  Scenario: S\n    Given a\n", "[Given(\"a\")] public void A() { }").Should().BeEmpty();

    [Fact]
    public void WhatWasComparedCanBeWrittenDownWithoutAnyResult()
    {
        using var run = new Loaded(Feature, "[Given(\"a\")] public void A() => throw new InvalidOperationException();");
        var path = Path.Combine(run.Folder, "dry.ndjson");
        Reqnroll.Execution.DryRun.Write(run.Run, path);
        var text = File.ReadAllText(path);
        text.Should().Contain("\"testCase\"");
        text.Should().NotContain("testStepFinished");
        text.Should().NotContain("testCaseStarted\"");
    }

    private static IReadOnlyList<string> Findings(string feature, string steps)
    {
        using var loaded = new Loaded(feature, steps);
        return Reqnroll.Execution.DryRunFindings.Find(loaded.Run.Registry, loaded.Run.Features);
    }

    /// <summary>A suite that was built and is not run.</summary>
    private sealed class Loaded : IDisposable
    {
        public Loaded(string feature, string steps)
        {
            var lab = new Lab { Features = [new("features/lab.feature", feature)], Steps = steps };
            Run = Reqnroll.Execution.TestRun.Of(Suite.Build(lab, $"Dry{Guid.NewGuid():N}", Folder));
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("runner-lab-").FullName;

        public Reqnroll.Execution.TestRun Run { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
