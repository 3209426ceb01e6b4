using System.Globalization;
using Specs.Report.Caught;
using Specs.Report.Reading;
using YamlDotNet.RepresentationModel;

namespace Specs.Report.Mutants;

/// <summary>Which source is changed by rule, and which features are asked about it.</summary>
/// <param name="Plan">How the suite is built and run.</param>
/// <param name="Seed">Decides which mutants are drawn; another number draws others.</param>
/// <param name="Groups">The parts of the source, each with a score of its own.</param>
/// <param name="Beyond">The features that are asked where none of a part's own objects, below the features folder and without extension.</param>
/// <param name="Equivalent">The mutants that change nothing anybody could see, each with the reason.</param>
internal sealed record MutantFile(
    TrialPlan Plan,
    int Seed,
    IReadOnlyList<MutantGroup> Groups,
    IReadOnlyList<string> Beyond,
    IReadOnlyDictionary<string, string> Equivalent)
{
    /// <summary>
    /// The mutants of a part in the order of their lots. A folder stands for the source files anywhere below it that no
    /// part names one by one.
    /// </summary>
    /// <exception cref="SpecsException">A file or folder is not there.</exception>
    public IReadOnlyList<Mutant> DrawnOf(MutantGroup group, string top) =>
        MutantFinder.Drawn(top, group.Files.SelectMany(entry => FilesOf(entry, top)), Seed);

    /// <exception cref="SpecsException">The file is missing, or does not say what is needed.</exception>
    public static MutantFile Read(string path)
    {
        if (Yaml.Load(path) is not YamlMappingNode top)
        {
            throw SpecsException.WrongUse($"{path} should hold build, compile, loaded, suite, messages, minutes, seed, groups, beyond and equivalent.");
        }

        var plan = TrialPlan.Read(top, path) with
        {
            Compile = Yaml.Words(top, "compile", path),
            Loaded = Yaml.Words(top, "loaded", path),
            Limit = TimeSpan.FromMinutes(Number(top, "minutes")),
        };
        var groups = Yaml.Part<YamlSequenceNode>(top, "groups", path).Select(node => GroupOf((YamlMappingNode)node));
        var equivalent = Yaml.Part<YamlMappingNode>(top, "equivalent", path)
            .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!, StringComparer.Ordinal);
        return new MutantFile(plan, Number(top, "seed"), [.. groups], Yaml.Words(top, "beyond", path), equivalent);

        MutantGroup GroupOf(YamlMappingNode row) => new(
            Text(row, "name"),
            Number(row, "sample"),
            Yaml.Words(row, "files", path),
            Yaml.Words(row, "features", path));

        string Text(YamlMappingNode row, string name) => Yaml.Part<YamlScalarNode>(row, name, path).Value!;

        int Number(YamlMappingNode row, string name) =>
            int.TryParse(Text(row, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw SpecsException.WrongUse($"{path} line {row.Start.Line} has a \"{name}\" that is no number.");
    }

    private IEnumerable<string> FilesOf(string entry, string top)
    {
        var folder = Path.Combine(top, entry);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(top, file).Replace('\\', '/'))
                .Except(Groups.SelectMany(group => group.Files), StringComparer.Ordinal)
            : [entry];
    }
}

/// <summary>A part of the source whose mutants are counted together.</summary>
/// <param name="Name">Its name, such as <c>delta</c>.</param>
/// <param name="Sample">How many mutants that compile are tried at most.</param>
/// <param name="Files">The source files, below the top of the repository, or folders of them.</param>
/// <param name="Features">The features that are asked first, below the features folder and without extension.</param>
internal sealed record MutantGroup(string Name, int Sample, IReadOnlyList<string> Files, IReadOnlyList<string> Features);
