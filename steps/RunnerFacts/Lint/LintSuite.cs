using Specs.Report;

namespace RunnerFacts.Lint;

/// <summary>A folder with a suite to lint, gone when it is disposed.</summary>
internal sealed class LintSuite : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lint-").FullName;

    /// <summary>Files by their path; a registry of tags and the settings are always there.</summary>
    public LintSuite(Dictionary<string, string> files)
    {
        files.TryAdd("features/TAGS.md", "| Tag | Meaning |\n|---|---|\n| `@known` | known |\n");
        files.TryAdd("features/lint.yml", "state-steps:\n  - the index (holds|is in step)\n");
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    public void Write(string path, string text, System.Text.Encoding encoding) =>
        File.WriteAllBytes(Path.Combine(folder, path), encoding.GetBytes(text));

    public string Read(string path) => File.ReadAllText(Path.Combine(folder, path));

    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var host = new SpecsHost { Out = output, Error = output, WorkingFolder = folder, Clock = TimeProvider.System };
        return (await SpecsApp.RunAsync(arguments, host), output.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
