namespace Specs.Report.Lint;

/// <summary>One rule: a promise about the suite, how it is found broken, and what to do then.</summary>
/// <param name="Id">Lower case, with hyphens; unique.</param>
/// <param name="Promise">What holds where the rule is kept.</param>
/// <param name="Fix">What to do where it is not.</param>
/// <param name="Check">The places where it is broken.</param>
internal sealed record LintRule(string Id, string Promise, string Fix, Func<LintSubject, IEnumerable<Spot>> Check)
{
    /// <summary>Every finding of this rule.</summary>
    public IEnumerable<Finding> Find(LintSubject subject) =>
        Check(subject).Select(spot => new Finding(spot.File, spot.Line, Id, spot.Message, Fix));
}
