using System.Text.RegularExpressions;
using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Rules;

/// <summary>Words that tie a scenario to a clock, a machine, a commit or a tool.</summary>
internal static partial class WordingRules
{
    private const string FileColumn = "file";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new(
            "no-waiting",
            "No step sleeps or waits for a time; only lanes against real servers may name seconds.",
            "Move the clock in a Given, or wait for a state.",
            Waiting),
        new(
            "no-commit-ids",
            "No step names a commit by its id.",
            "Name the commit by its message.",
            subject => Found(subject, CommitId(), "looks like the id of a commit")),
        new(
            "no-ports",
            "No step names a port.",
            "Let the server choose its port and name the server by its part in the story.",
            subject => Found(subject, Port(), "names a port")),
        new(
            "no-machine-paths",
            "No step names a path of a machine.",
            "Name the file by its place in the repository, or the folder by its part in the story.",
            subject => Found(subject, MachinePath(), "is a path of a machine")),
        new(
            "no-options",
            "Option names stand only where the command line is the subject.",
            "Say what is wanted in words of the domain, or move the scenario to the features of the command.",
            Options),
        new(
            "step-end",
            "A step ends without punctuation, but for a colon above a table or text.",
            "Drop the punctuation.",
            End),
    ];

    private static IEnumerable<Spot> Waiting(LintSubject subject) =>
        from feature in subject.Features
        let isRealServer = TagsOf(feature).Any(tag => subject.Settings.RealServerTags
            .Any(beginning => tag.StartsWith(beginning, StringComparison.Ordinal)))
        from step in feature.Steps
        from found in Sleep().Matches(step.Node.Text).Concat(isRealServer ? [] : Seconds().Matches(step.Node.Text))
        select feature.At(step.Node.Location, $"'{found.Value}' waits for a clock.");

    private static IEnumerable<string> TagsOf(FeatureText feature) => feature.Feature.Tags
        .Concat(feature.Scenarios.SelectMany(scenario => scenario.Node.Tags))
        .Select(tag => tag.Name);

    /// <summary>What stands in a column of files is the name of a file, whatever it looks like.</summary>
    private static IEnumerable<Spot> Options(LintSubject subject) =>
        from feature in subject.Features
        where !subject.Settings.MayNameOptions(feature.Path)
        from word in Words(feature)
        where word.Column != FileColumn
        from found in Option().Matches(word.Text)
        select Say(feature, word.Line, found, "is the name of an option");

    private static IEnumerable<Spot> End(LintSubject subject) =>
        from feature in subject.Features
        from step in feature.Steps
        let last = step.Node.Text.LastOrDefault()
        let introduces = step.Node.DocString is not null || step.Node.DataTable is not null
        where ".,;!?".Contains(last, StringComparison.Ordinal) || (last == ':' && !introduces)
        select feature.At(step.Node.Location, $"The step ends with '{last}'.");

    private static IEnumerable<Spot> Found(LintSubject subject, Regex pattern, string problem) =>
        from feature in subject.Features
        from word in Words(feature)
        from found in pattern.Matches(word.Text)
        select Say(feature, word.Line, found, problem);

    /// <summary>Steps with what is below them, and the rows whose values come into steps.</summary>
    private static IEnumerable<(int Line, string Column, string Text)> Words(FeatureText feature) => feature.Steps
        .SelectMany(step => step.Words.Select(word => (word.Line, "", word.Text)))
        .Concat(feature.Scenarios.SelectMany(scenario => scenario.Cells));

    private static Spot Say(FeatureText feature, int line, Match found, string problem) =>
        new(feature.File, line, $"'{found.Value.Trim()}' {problem}.");

    [GeneratedRegex(
        @"\b(?:sleeps?|pauses? for|waits (?:for )?\d+|after \d+ (?:milli)?seconds?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bwithin \d+ (?:milli)?seconds?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"(?<![\w-])(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![\w-])")]
    private static partial Regex CommitId();

    [GeneratedRegex(@"(?:\blocalhost|\b\d+\.\d+\.\d+\.\d+|\]):\d{2,5}\b|\bport \d{2,5}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Port();

    [GeneratedRegex(@"(?<![\w./])/(?:tmp|home|var|usr|root|work|Users|dev/shm)/\S*|\b[A-Z]:\\\S*")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+")]
    private static partial Regex Option();
}
