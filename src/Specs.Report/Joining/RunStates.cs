using Specs.Report.Model;

namespace Specs.Report.Joining;

/// <summary>Decides whether a run can be judged: all that is specified ran to its end, and nothing else did.</summary>
internal static class RunStates
{
    private const int Named = 3;

    public static RunState Of(Run run, IReadOnlyList<Outcome> outcomes, IReadOnlyList<string> strays)
    {
        var reasons = run.Files.Where(file => !file.IsFinished)
            .Select(file => $"{Path.GetFileName(file.Path)} breaks off before the end of the run").ToList();
        var open = outcomes.Where(outcome => outcome.Result == Verdict.NotRun).ToList();
        if (open.Count > 0)
        {
            var names = open.Take(Named).Select(outcome => $"\"{outcome.Example.Name}\"");
            reasons.Add(
                $"{outcomes.Count - open.Count} of {outcomes.Count} examples ran; not run: {Join(names, open.Count)}");
        }

        if (strays.Count > 0)
        {
            reasons.Add(
                $"{strays.Count} examples ran that the features do not contain as they ran: "
                    + Join(strays.Take(Named), strays.Count));
        }

        if (outcomes.Count == 0)
        {
            reasons.Add("the features contain no example");
        }

        return new(reasons);
    }

    private static string Join(IEnumerable<string> names, int count) =>
        string.Join(", ", names) + (count > Named ? $" and {count - Named} more" : "");
}
