using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Specs.Report.Lint.Sources;

/// <summary>What a suite decides for itself, in <c>lint.yml</c> of its features folder.</summary>
internal sealed class LintSettings
{
    /// <summary>Folders below the features folder where the names of options are words of the domain.</summary>
    public List<string> OptionFolders { get; init; } = ["cli"];

    /// <summary>Folders below the features folder whose subject is output: there it stands for state.</summary>
    public List<string> OutputFolders { get; init; } = ["cli"];

    /// <summary>Beginnings of tags of lanes against real servers, where time may be named.</summary>
    public List<string> RealServerTags { get; init; } = ["@needs."];

    /// <summary>Regular expressions of Then steps that compare state, and not words.</summary>
    public List<string> StateSteps { get; init; } = [".*"];

    /// <summary>Whether a text fits one of the state steps; they are matched at its beginning.</summary>
    public bool IsState(string text) =>
        StateSteps.Any(pattern => Regex.IsMatch(text, $"^(?:{pattern})", RegexOptions.CultureInvariant));

    public bool MayNameOptions(string path) => IsBelow(path, OptionFolders);

    public bool IsAboutOutput(string path) => IsBelow(path, OutputFolders);

    /// <exception cref="SpecsException">The file cannot be read as settings.</exception>
    public static LintSettings Read(string file)
    {
        if (!File.Exists(file))
        {
            return new();
        }

        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
            return reader.Deserialize<LintSettings>(File.ReadAllText(file)) ?? new();
        }
        catch (YamlException wrong)
        {
            throw SpecsException.WrongUse($"{file} cannot be read as lint settings: {wrong.Message}", wrong);
        }
    }

    private static bool IsBelow(string path, List<string> folders) =>
        folders.Any(folder => path.StartsWith($"{folder}/", StringComparison.Ordinal));
}
