using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>
/// Reads the last result of planting faults:
/// <c>{"day":"2026-11-21","commit":"…","faults":[{"name":"…","caught":true,"by":["…"]}]}</c>.
/// </summary>
internal static class CaughtFile
{
    public static CaughtFaults Read(string path)
    {
        using var document = JsonInput.Parse(JsonInput.Text(path), path);
        var root = document.RootElement;
        return new(
            DateOnly.TryParseExact(root.Text("day"), "yyyy-MM-dd", out var day) ? day : null,
            root.Text("commit"),
            [
                .. root.List("faults").Select(fault => new PlantedFault(
                    fault.Text("name"),
                    fault.Flag("caught", otherwise: false),
                    [.. fault.List("by").Select(by => by.GetString() ?? "")])),
            ]);
    }
}
