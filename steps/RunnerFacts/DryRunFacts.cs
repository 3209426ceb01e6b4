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
        Assert.Contains("features/lab.feature:3: ambiguous", text);
        Assert.Contains("features/lab.feature:5: undefined: Given c 1", text);
        Assert.Contains("unused: [Given(\"d\")] Steps.D()", text);
        Assert.Contains("[Given(\"c {int}\")]", text);
        Assert.DoesNotContain("features/lab.feature:4", text);
    }

    [Fact]
    public void ASuiteThatFitsHasNoFindings() => Assert.Empty(Findings(
        "Feature: F\n  Scenario: S\n    Given a\n", "[Given(\"a\")] public void A() { }"));

    [Fact]
    public void WhatWasComparedCanBeWrittenDownWithoutAnyResult()
    {
        using var run = new Loaded(Feature, "[Given(\"a\")] public void A() => throw new InvalidOperationException();");
        var path = Path.Combine(run.Folder, "dry.ndjson");
        Reqnroll.Execution.DryRun.Write(run.Run, path);
        var text = File.ReadAllText(path);
        Assert.Contains("\"testCase\"", text);
        Assert.DoesNotContain("testStepFinished", text);
        Assert.DoesNotContain("testCaseStarted\"", text);
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
