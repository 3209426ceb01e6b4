using Microsoft.CodeAnalysis.Diagnostics;

namespace Specs.Runner.Generator;

/// <summary>What the consuming project decides for all its features.</summary>
internal sealed record ProjectOptions(string RootNamespace)
{
    public static ProjectOptions From(AnalyzerConfigOptionsProvider options) =>
        new(options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) && name.Length > 0
            ? name
            : "Features");
}
