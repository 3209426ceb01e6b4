using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Specs.Runner.Generator;

namespace RunnerFacts.Laboratory;

/// <summary>Does to a laboratory what the build does to a suite: generate, compile, load.</summary>
internal static class Suite
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading;
        using System.Threading.Tasks; using Reqnroll; using Reqnroll.Assist; using Reqnroll.Assist.Attributes;
        using Reqnroll.BoDi; using Reqnroll.Bindings; using Reqnroll.UnitTestProvider; using Xunit;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>What the generator says of features, such as errors, without compiling them.</summary>
    public static IReadOnlyList<Diagnostic> Check(Lab lab)
    {
        Driver(lab).RunGeneratorsAndUpdateCompilation(Sources(lab, "Check"), out _, out var problems);
        return problems;
    }

    public static Assembly Build(Lab lab, string name, string folder)
    {
        Driver(lab).RunGeneratorsAndUpdateCompilation(Sources(lab, name), out var suite, out var problems);
        problems.Should().BeEmpty();
        var path = Path.Combine(folder, $"{name}.dll");
        using (var code = File.Create(path))
        using (var symbols = File.Create(Path.ChangeExtension(path, ".pdb")))
        {
            var emitted = suite.Emit(code, symbols, options: new EmitOptions(
                debugInformationFormat: DebugInformationFormat.PortablePdb,
                pdbFilePath: Path.ChangeExtension(path, ".pdb")));
            emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        }

        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }

    private static CSharpCompilation Sources(Lab lab, string name) => CSharpCompilation.Create(
        name,
        [
            Parse($"{Usings}\n[Binding] public class Steps\n{{\n{lab.Steps}\n}}\n{lab.Types}", "Steps.cs"),
            Parse(LabLog.Source, "Log.cs"),
        ],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Language, path);

    private static CSharpGeneratorDriver Driver(Lab lab)
    {
        var features = lab.Features.Select(feature => new LabFile(feature.Key, feature.Value)).ToArray();
        return CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            [.. features, new LabFile("reqnroll.json", lab.Settings)],
            Language,
            new LabOptions());
    }
}
