using System.Reflection;

namespace Reqnroll.Execution;

/// <summary>Compares all steps with all definitions without running anything.</summary>
public static class DryRun
{
    /// <exception cref="ReqnrollException">A step has not one definition, or a definition is never used.</exception>
    public static void Check(Assembly testAssembly)
    {
        var run = TestRun.Of(testAssembly);
        var findings = DryRunFindings.Find(run.Registry, run.Features);
        if (findings.Count > 0)
        {
            throw new ReqnrollException(
                $"{findings.Count} findings:{Environment.NewLine}{string.Join(Environment.NewLine, findings)}");
        }
    }
}
