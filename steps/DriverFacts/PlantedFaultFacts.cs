using System.Text.Json;
using Drivers;
using Xunit;
using YamlDotNet.Serialization;

namespace DriverFacts;

/// <summary>A mistake that cannot be planted any more, or was never tried, shows nothing about the suite.</summary>
public sealed class PlantedFaultFacts
{
    private static readonly string Root = RepositoryRoot.Find();

    [Fact]
    public void EveryMistakeCanStillBePlanted()
    {
        var stale = Planted().Where(fault => Times(fault["find"], File.ReadAllText(Path.Combine(Root, fault["file"]))) != 1);
        stale.Select(fault => fault["id"]).Should().BeEmpty("what is replaced stands exactly once in its file");
    }

    [Fact]
    public void EveryMistakeWasTriedAndNoOtherIsReported()
    {
        using var caught = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "features", "caught.json")));
        var tried = caught.RootElement.GetProperty("faults").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).ToArray();
        var planted = Planted().Select(fault => fault["id"]).ToArray();
        planted.Except(tried).Should().BeEmpty("`specs caught --only ID` tries one and keeps the other rows");
        tried.Except(planted).Should().BeEmpty("a row stands for a mistake of the list");
    }

    private static IEnumerable<Dictionary<string, string>> Planted()
    {
        var text = File.ReadAllText(Path.Combine(Root, "steps", "PlantedFaults", "planted.yml"));
        var list = new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<FaultList>(text);
        return list.Faults.Select(fault => fault.ToDictionary(part => part.Key, part => part.Value as string ?? "", StringComparer.Ordinal));
    }

    private static int Times(string find, string text) => text.Split(find).Length - 1;

    private sealed record FaultList
    {
        [YamlMember(Alias = "faults")]
        public List<Dictionary<string, object>> Faults { get; init; } = [];
    }
}
