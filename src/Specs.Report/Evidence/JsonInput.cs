using System.Text.Json;

namespace Specs.Report.Evidence;

/// <summary>Files of JSON that were named or stand at their usual place.</summary>
internal static class JsonInput
{
    public static string Text(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw SpecsException.Input($"There is no file {path}.");

    public static JsonDocument Parse(string json, string place)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw SpecsException.Input($"{place} is not JSON: {wrong.Message}", wrong);
        }
    }
}
