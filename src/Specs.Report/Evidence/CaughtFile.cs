using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Evidence;

/// <summary>Reads the last result of planting faults, as <c>specs caught</c> writes it.</summary>
internal static class CaughtFile
{
    public static CaughtFaults Read(string path)
    {
        using var document = JsonInput.Parse(JsonInput.Text(path), path);
        var root = document.RootElement;
        return new(
            DateOnly.TryParseExact(root.Text("date"), "yyyy-MM-dd", out var day) ? day : null,
            root.Text("commit"),
            [
                .. root.List("faults").Where(fault => fault.Text("end") != "does-not-build")
                    .Select(fault => new PlantedFault(
                    fault.Text("id"),
                    fault.Text("breaks"),
                    fault.Text("end") is "caught" or "run-broken",
                    [.. fault.List("red").Select(anchor => anchor.GetString() ?? "")])),
            ]);
    }
}
