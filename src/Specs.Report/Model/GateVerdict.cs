namespace Specs.Report.Model;

/// <summary>How a rule of the gate came out.</summary>
public enum GateAnswer
{
    /// <summary>As wanted.</summary>
    Met,

    /// <summary>Otherwise than wanted; closes the gate.</summary>
    NotMet,

    /// <summary>There was nothing to judge, and the gate file allows that for this rule.</summary>
    NotEvaluated,
}

/// <summary>One line of the gate table.</summary>
/// <param name="Rule">What the rule is about, in words.</param>
/// <param name="Wanted">The limit.</param>
/// <param name="Found">What was there.</param>
/// <param name="Answer">How it came out.</param>
/// <param name="Because">What it is because of, the most telling first.</param>
public sealed record GateRow(
    string Rule, string Wanted, string Found, GateAnswer Answer, IReadOnlyList<Cause> Because);

/// <summary>Something that a rule's answer is because of.</summary>
/// <param name="Text">In words.</param>
/// <param name="Anchor">Its place in the page; empty where it has none.</param>
public sealed record Cause(string Text, string Anchor);

/// <summary>What the gate says of a run.</summary>
/// <param name="Rows">In the order of the gate file; completeness is always the first.</param>
/// <param name="IsComplete">Whether the run could be judged at all.</param>
public sealed record GateVerdict(IReadOnlyList<GateRow> Rows, bool IsComplete)
{
    /// <summary>True where nothing keeps the gate closed.</summary>
    public bool IsOpen => ExitCode == ExitCodes.Open;

    /// <summary>Open, closed or incomplete, as in <see cref="ExitCodes"/>.</summary>
    public int ExitCode => this switch
    {
        { IsComplete: false } => ExitCodes.Incomplete,
        _ when Rows.Any(row => row.Answer == GateAnswer.NotMet) => ExitCodes.Closed,
        _ => ExitCodes.Open,
    };

    /// <summary>How many rules are not met.</summary>
    public int NotMet => Rows.Count(row => row.Answer == GateAnswer.NotMet);
}
