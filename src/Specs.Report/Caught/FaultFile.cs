using Specs.Report.Reading;
using YamlDotNet.RepresentationModel;

namespace Specs.Report.Caught;

/// <summary>The faults, and how the suite is built and run with one of them in place.</summary>
/// <param name="Build">The command that builds the copy, word by word.</param>
/// <param name="Suite">The command that runs the suite in the copy, word by word.</param>
/// <param name="Messages">Where the suite leaves its messages, below the top of the copy.</param>
/// <param name="Faults">The faults, in the order of the file.</param>
internal sealed record FaultFile(
    IReadOnlyList<string> Build, IReadOnlyList<string> Suite, string Messages, IReadOnlyList<PlantedFault> Faults)
{
    /// <exception cref="SpecsException">The file is missing, or does not say what is needed.</exception>
    public static FaultFile Read(string path)
    {
        if (Yaml.Load(path) is not YamlMappingNode top)
        {
            throw SpecsException.WrongUse($"{path} should hold build, suite, messages and faults.");
        }

        var faults = Part<YamlSequenceNode>(top, "faults", path).Select(node => FaultOf(node, path)).ToArray();
        var twice = faults.GroupBy(fault => fault.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new FaultFile(
                Words(top, "build", path), Words(top, "suite", path), Part<YamlScalarNode>(top, "messages", path).Value!, faults)
            : throw SpecsException.WrongUse($"{path} has the fault {twice.Key} more than once.");
    }

    private static PlantedFault FaultOf(YamlNode node, string path)
    {
        var row = node as YamlMappingNode
            ?? throw SpecsException.WrongUse($"{path} line {node.Start.Line} should be a fault: id, breaks, file, find, replace, features.");
        return new PlantedFault(Text("id"), Text("breaks"), Text("file"), Text("find"), Text("replace"), Words(row, "features", path));

        string Text(string name) => Part<YamlScalarNode>(row, name, path).Value!;
    }

    private static IReadOnlyList<string> Words(YamlMappingNode top, string name, string path) =>
        [.. Part<YamlSequenceNode>(top, name, path).Select(word => ((YamlScalarNode)word).Value!)];

    private static T Part<T>(YamlMappingNode node, string name, string path)
        where T : YamlNode => node.Children.TryGetValue(name, out var part) && part is T wanted
            ? wanted
            : throw SpecsException.WrongUse($"{path} line {node.Start.Line} lacks \"{name}\", or it has another form.");
}
