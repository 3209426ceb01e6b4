using YamlDotNet.RepresentationModel;

namespace Drivers;

/// <summary>The workflow of the hosted build, read as data.</summary>
public sealed class WorkflowFile
{
    private readonly YamlMappingNode _root;

    /// <summary>Reads the file; text that is not YAML is an error.</summary>
    public WorkflowFile()
    {
        using var text = new StreamReader(Path.Combine(RepositoryRoot.Find(), ".github", "workflows", "ci.yml"));
        var stream = new YamlStream();
        stream.Load(text);
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>What starts it.</summary>
    public IReadOnlyList<string> Events =>
        [.. ((YamlMappingNode)_root["on"]).Children.Keys.Select(key => key.ToString())];

    /// <summary>The commands that a job runs.</summary>
    public IReadOnlyList<string> CommandsOf(string job) =>
        [.. Steps(job).Select(step => Value(step, "run")).Where(command => command.Length > 0)];

    /// <summary>The folders that a job publishes.</summary>
    public IReadOnlyList<string> PublishedBy(string job) =>
    [
        .. Steps(job).Where(step => Value(step, "uses").StartsWith("actions/upload-artifact", StringComparison.Ordinal))
            .Select(step => step["with"]["path"].ToString()),
    ];

    private IEnumerable<YamlMappingNode> Steps(string job) =>
        ((YamlSequenceNode)_root["jobs"][job]["steps"]).Cast<YamlMappingNode>();

    private static string Value(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.ToString() : "";
}
