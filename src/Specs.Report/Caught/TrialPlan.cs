using Specs.Report.Reading;
using YamlDotNet.RepresentationModel;

namespace Specs.Report.Caught;

/// <summary>How a copy of the source is built and its suite is run.</summary>
/// <param name="Build">The command that builds the copy, word by word.</param>
/// <param name="Suite">The command that runs the suite in the copy, word by word.</param>
/// <param name="Messages">Where the suite leaves its messages, below the top of the copy.</param>
internal sealed record TrialPlan(IReadOnlyList<string> Build, IReadOnlyList<string> Suite, string Messages)
{
    /// <summary>The command that builds one project again; its folder is added. Without it everything is built.</summary>
    public IReadOnlyList<string> Compile { get; init; } = [];

    /// <summary>The folders from which the suite loads a project that was built by itself, below the top of the copy.</summary>
    public IReadOnlyList<string> Loaded { get; init; } = [];

    /// <summary>A suite that adds nothing to its messages for so long hangs. Default 15 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    /// <exception cref="SpecsException">The file does not say what is needed.</exception>
    public static TrialPlan Read(YamlMappingNode top, string path) => new(
        Yaml.Words(top, "build", path), Yaml.Words(top, "suite", path), Yaml.Part<YamlScalarNode>(top, "messages", path).Value!);
}
