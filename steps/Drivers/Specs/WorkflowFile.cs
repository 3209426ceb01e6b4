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

    /// <summary>The jobs that an event starts, such as a push to a branch; none where nobody listens to it.</summary>
    public IReadOnlyList<string> JobsAt(string name, string branch) =>
        Listens(name, branch) ? [.. ((YamlMappingNode)_root["jobs"]).Children.Where(job => Runs(job.Value, name)).Select(job => job.Key.ToString())] : [];

    /// <summary>The commands that a job runs.</summary>
    public IReadOnlyList<string> CommandsOf(string job) =>
        [.. Steps(job).Select(step => Value(step, "run")).Where(command => command.Length > 0)];

    /// <summary>The folders that a job publishes.</summary>
    public IReadOnlyList<string> PublishedBy(string job) =>
    [
        .. Steps(job).Where(step => Value(step, "uses").StartsWith("actions/upload-artifact", StringComparison.Ordinal))
            .Select(step => step["with"]["path"].ToString()),
    ];

    private bool Listens(string name, string branch) => Events.Contains(name)
        && (branch.Length == 0 || ((YamlSequenceNode)_root["on"][name]["branches"]).Any(one => one.ToString() == branch));

    /// <summary>A condition names the only event that the job is for.</summary>
    private static bool Runs(YamlNode job, string name) =>
        Value((YamlMappingNode)job, "if") is var condition && (condition.Length == 0 || condition == $"github.event_name == '{name}'");

    private IEnumerable<YamlMappingNode> Steps(string job) =>
        ((YamlSequenceNode)_root["jobs"][job]["steps"]).Cast<YamlMappingNode>();

    private static string Value(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.ToString() : "";
}
