using Xunit;
using Xunit.Sdk;

namespace Reqnroll.Execution;

/// <summary>A theory whose rows can be skipped while they run, and filtered by the tags of their Examples.</summary>
[XunitTestCaseDiscoverer("Reqnroll.Execution.ScenarioOutlineDiscoverer", "Specs.Runner")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioOutlineAttribute : TheoryAttribute;
