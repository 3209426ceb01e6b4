using System.Reflection;

namespace Reqnroll.Execution;

/// <summary>Compares all steps with all definitions without running anything.</summary>
public static class DryRun
{
    private const string Variable = "SPECS_DRY_RUN";

    /// <summary>With SPECS_DRY_RUN set to a path, what was compared is written there as Cucumber Messages.</summary>
    /// <exception cref="ReqnrollException">A step has not one definition, or a definition is never used.</exception>
    public static void Check(Assembly testAssembly)
    {
        var run = TestRun.Of(testAssembly);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            Write(run, path);
        }

        var findings = DryRunFindings.Find(run.Registry, run.Features);
        if (findings.Count > 0)
        {
            throw new ReqnrollException(
                $"{findings.Count} findings:{Environment.NewLine}{string.Join(Environment.NewLine, findings)}");
        }
    }

    /// <summary>Every example with its definitions, and no result: nothing of it can be taken for a run.</summary>
    internal static void Write(TestRun run, string path)
    {
        var stream = MessageStream.At(path, run);
        foreach (var (feature, pickle) in run.Features.SelectMany(one => one.Pickles, (one, pickle) => (one, pickle)))
        {
            var place = ScenarioPlace.Of(feature, pickle);
            var matches = pickle.Steps.Select(step => StepMatcher.Match(run.Registry, step, place));
            stream.Write(ScenarioMessages.TestCase(pickle, [.. matches], [], []));
        }

        stream.Close();
    }
}
