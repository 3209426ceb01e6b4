using Specs.Report.Reading;
using YamlDotNet.RepresentationModel;

namespace Specs.Report.Caught;

/// <summary>The faults, and how the suite is built and run with one of them in place.</summary>
/// <param name="Plan">How the suite is built and run.</param>
/// <param name="Faults">The faults, in the order of the file.</param>
internal sealed record FaultFile(TrialPlan Plan, IReadOnlyList<PlantedFault> Faults)
{
    /// <exception cref="SpecsException">The file is missing, or does not say what is needed.</exception>
    public static FaultFile Read(string path)
    {
        if (Yaml.Load(path) is not YamlMappingNode top)
        {
            throw SpecsException.WrongUse($"{path} should hold build, suite, messages and faults.");
        }

        var faults = Yaml.Part<YamlSequenceNode>(top, "faults", path).Select(node => FaultOf(node, path)).ToArray();
        var twice = faults.GroupBy(fault => fault.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new FaultFile(TrialPlan.Read(top, path), faults)
            : throw SpecsException.WrongUse($"{path} has the fault {twice.Key} more than once.");
    }

    private static PlantedFault FaultOf(YamlNode node, string path)
    {
        var row = node as YamlMappingNode
            ?? throw SpecsException.WrongUse($"{path} line {node.Start.Line} should be a fault: id, breaks, file, find, replace, features.");
        return new PlantedFault(Text("id"), Text("breaks"), Text("file"), Text("find"), Text("replace"), Yaml.Words(row, "features", path));

        string Text(string name) => Yaml.Part<YamlScalarNode>(row, name, path).Value!;
    }
}
