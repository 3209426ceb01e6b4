using Specs.Report.Model;

namespace Specs.Report.Gate;

/// <summary>What one rule found, before the gate file's word on missing data is applied.</summary>
/// <param name="Wanted">The limit, in words.</param>
/// <param name="Found">What was there.</param>
/// <param name="IsMet">Null where there was nothing to judge.</param>
/// <param name="Because">What it is because of.</param>
internal sealed record RuleResult(string Wanted, string Found, bool? IsMet, IReadOnlyList<Cause> Because)
{
    /// <summary>There was nothing to judge.</summary>
    public static RuleResult NoData(string wanted, string missing) => new(wanted, $"no data: {missing}", null, []);

    /// <summary>A number of things that may not be more than so many.</summary>
    public static RuleResult AtMost(Limit limit, IReadOnlyList<Cause> found) => new(
        $"at most {limit.Text}",
        Numbers.Text(found.Count),
        found.Count <= limit.Value,
        found);
}
