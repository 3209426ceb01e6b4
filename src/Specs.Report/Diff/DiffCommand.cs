using System.CommandLine;
using System.Text.Json;
using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Diff;

/// <summary><c>specs diff BASE..HEAD</c>: what happened to the features between two commits.</summary>
internal static class DiffCommand
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static Command Create(SpecsHost host)
    {
        var range = new Argument<string>("range")
        {
            Description = "BASE..HEAD, or BASE to compare with the features at hand.",
        };
        var folder = new Option<string>("--features")
        {
            Description = "The folder of feature files.",
            DefaultValueFactory = _ => "features",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("diff", "List scenarios that were weakened, removed, added, reworded, moved.")
        {
            range, folder, json,
        };
        command.SetAction(parsed =>
        {
            var features = host.Absolute(parsed.GetValue(folder)!);
            var difference = Between(parsed.GetValue(range)!, features);
            host.Out.WriteLine(parsed.GetValue(json) ? JsonOf(difference) : TextOf(difference));
            return ExitCodes.Open;
        });
        return command;
    }

    private static SpecDifference Between(string range, string features)
    {
        var at = range.IndexOf("..", StringComparison.Ordinal);
        if (at < 0)
        {
            return FeatureDifference.SinceCommit(range, features, FeatureFolder.Read(features));
        }

        var (older, newer) = (range[..at], range[(at + 2)..]);
        return older.Length == 0 || newer.Length == 0 || newer.StartsWith('.')
            ? throw SpecsException.WrongUse($"A range is BASE..HEAD, and not {range}.")
            : FeatureDifference.OfCommits(older, newer, features);
    }

    private static string TextOf(SpecDifference difference) => string.Join('\n',
    [
        $"{difference.Base}..{difference.Head}: " + string.Join(", ", Enum.GetValues<ChangeKind>()
            .Select(kind => $"{difference.Of(kind).Count()} {Name(kind)}")),
        .. difference.Changes.SelectMany(change => (string[])
            [$"  {Name(change.Kind)}: {change.Scenario} ({change.Path})",
                .. change.Details.Select(detail => $"      {detail}")]),
    ]);

    private static string JsonOf(SpecDifference difference) => JsonSerializer.Serialize(
        new
        {
            @base = difference.Base,
            head = difference.Head,
            changes = difference.Changes.Select(change => new
            {
                kind = Name(change.Kind),
                path = change.Path,
                scenario = change.Scenario,
                details = change.Details,
            }),
        },
        Options);

    private static string Name(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
