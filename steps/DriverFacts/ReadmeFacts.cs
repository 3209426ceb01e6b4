using System.Text.RegularExpressions;
using Drivers;
using Xunit;

namespace DriverFacts;

/// <summary>What the README shows is what the features run.</summary>
public sealed partial class ReadmeFacts
{
    [Fact]
    public void EveryCommandIsRunByAScenario()
    {
        var root = RepositoryRoot.Find();
        var shown = ReadmeCommand().Matches(File.ReadAllText(Path.Combine(root, "README.md")))
            .Select(match => match.Groups["command"].Value.Trim().Replace('"', '\'')).ToArray();
        var features = string.Concat(Directory
            .EnumerateFiles(Path.Combine(root, "features"), "*.feature", SearchOption.AllDirectories).Select(File.ReadAllText));
        shown.Should().NotBeEmpty();
        shown.Where(command => !Regex.IsMatch(features, $"(\"| ){Regex.Escape(command)}(\"| +\\|)"))
            .Should().BeEmpty("a scenario runs every command that the README shows");
    }

    [GeneratedRegex("^(?<command>neap [^#\\n]+)", RegexOptions.Multiline)]
    private static partial Regex ReadmeCommand();
}
