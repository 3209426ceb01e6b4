namespace Specs.Report.Lint;

/// <summary>One thing to mend.</summary>
/// <param name="File">The path as a person would open it from the working folder, forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record Finding(string File, int Line, string Rule, string Message, string Fix)
{
    /// <summary>The line that is printed: editors jump to its beginning.</summary>
    public override string ToString() => $"{File}:{Line}: {Rule}: {Message} {Fix}";
}

/// <summary>Where a rule is broken, and by what.</summary>
internal readonly record struct Spot(string File, int Line, string Message);
