using System.CommandLine;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint;

/// <summary>What <c>specs lint</c> and <c>specs steps</c> read, and how it is named.</summary>
internal sealed class LintOptions
{
    private readonly Option<string> features = new("--features")
    {
        Description = "The folder of feature files, with TAGS.md, STEPS.md and lint.yml.",
        DefaultValueFactory = _ => "features",
    };

    private readonly Option<string?> bindings = new("--bindings")
    {
        Description = "The folder of binding classes. Default: none, and their rules are not asked.",
    };

    private readonly Option<string?> messages = new("--messages", "-m")
    {
        Description = "The messages of a whole run. Default: none, and what only a run knows is not asked.",
    };

    public Option<string?> Sarif { get; } = new("--sarif")
    {
        Description = "Write the findings as SARIF 2.1.0 to this file too.",
    };

    public Option<bool> Fix { get; } = new("--fix") { Description = "Mend layout and the order of definitions first." };

    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[features, bindings, messages])
        {
            command.Add(option);
        }

        return command;
    }

    /// <exception cref="SpecsException">An input is missing or cannot be read.</exception>
    public LintSubject Read(SpecsHost host, ParseResult parsed)
    {
        var folder = host.Absolute(parsed.GetValue(features)!);
        if (!Directory.Exists(folder))
        {
            throw SpecsException.Input($"There is no features folder {folder}; name it with --features.");
        }

        string NameOf(string file) => Path.GetRelativePath(host.WorkingFolder, file).Replace('\\', '/');
        var tags = Path.Combine(folder, "TAGS.md");
        var catalogue = Path.Combine(folder, "STEPS.md");
        return new()
        {
            Features = [.. FeaturesBelow(folder, NameOf)],
            Settings = LintSettings.Read(Path.Combine(folder, "lint.yml")),
            Tags = TagRegistry.Read(tags, NameOf(tags)),
            Bindings = parsed.GetValue(bindings) is { } code ? BindingsBelow(host.Absolute(code), NameOf) : [],
            Catalogue = parsed.GetValue(bindings) is null ? null : CatalogueText.Read(catalogue, NameOf(catalogue)),
            Matches = parsed.GetValue(messages) is { } run ? ReadMatches(host.Absolute(run), folder, NameOf) : null,
        };
    }

    private static IEnumerable<FeatureText> FeaturesBelow(string folder, Func<string, string> nameOf) =>
        Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => FeatureText.Read(
                nameOf(file), Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OfType<FeatureText>();

    private static IReadOnlyList<BindingText> BindingsBelow(string folder, Func<string, string> nameOf) =>
        Directory.Exists(folder)
            ? [.. BindingSources.Read(folder, nameOf)]
            : throw SpecsException.Input($"There is no folder of bindings {folder}; name it with --bindings.");

    /// <summary>A runner names features from the folder above theirs.</summary>
    private static RunMatches ReadMatches(string file, string folder, Func<string, string> nameOf) =>
        RunMatches.Read(
            file, uri => nameOf(Path.Combine(folder, uri[(uri.IndexOf('/', StringComparison.Ordinal) + 1)..])));
}
