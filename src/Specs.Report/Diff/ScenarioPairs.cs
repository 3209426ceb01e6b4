using Specs.Report.Model;

namespace Specs.Report.Diff;

/// <summary>Which scenario of one version is which of the other.</summary>
internal sealed class ScenarioPairs
{
    /// <summary>From this share of common steps on, a scenario under a new title is the old one.</summary>
    private const double Alike = 0.6;

    private readonly List<(PlacedScenario Before, PlacedScenario After)> _both = [];
    private readonly List<PlacedScenario> _before;
    private readonly List<PlacedScenario> _after;

    private ScenarioPairs(List<PlacedScenario> before, List<PlacedScenario> after) =>
        (_before, _after) = (before, after);

    public IReadOnlyList<(PlacedScenario Before, PlacedScenario After)> Both => _both;

    public IReadOnlyList<PlacedScenario> OnlyBefore => _before;

    public IReadOnlyList<PlacedScenario> OnlyAfter => _after;

    /// <summary>
    /// The same place and title; then the same title elsewhere; then the same steps under another title.
    /// </summary>
    public static ScenarioPairs Of(Suite before, Suite after)
    {
        var pairs = new ScenarioPairs(PlacedScenario.AllOf(before), PlacedScenario.AllOf(after));
        pairs.Match((old, candidate) => IsSamePlace(old, candidate) && old.Rule == candidate.Rule ? 1 : 0);
        pairs.Match((old, candidate) => IsSamePlace(old, candidate) ? 1 : 0);
        pairs.Match((old, candidate) => old.Name == candidate.Name ? 1 : 0);
        pairs.Match((old, candidate) => old.Path == candidate.Path ? old.Likeness(candidate) : 0);
        pairs.Match((old, candidate) => old.Likeness(candidate) == 1 ? 1 : 0);
        return pairs;
    }

    private static bool IsSamePlace(PlacedScenario old, PlacedScenario candidate) =>
        old.Path == candidate.Path && old.Name == candidate.Name;

    private void Match(Func<PlacedScenario, PlacedScenario, double> likeness)
    {
        foreach (var old in _before.ToList())
        {
            var best = _after.Select(candidate => (candidate, Like: likeness(old, candidate)))
                .Where(pair => pair.Like >= Alike).OrderByDescending(pair => pair.Like).FirstOrDefault();
            if (best.candidate is { } found)
            {
                _both.Add((old, found));
                _before.Remove(old);
                _after.Remove(found);
            }
        }
    }
}
