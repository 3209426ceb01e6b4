using Specs.Report.Model;
using Specs.Report.Reading;

namespace Specs.Report.Joining;

/// <summary>Makes the documentation that every output is rendered from.</summary>
internal static class DocumentationReader
{
    /// <exception cref="SpecsException">An input is missing or cannot be read.</exception>
    public static Documentation Read(Inputs inputs)
    {
        var suite = FeatureFolder.Read(inputs.Features);
        var logs = inputs.Messages.Select(MessageFile.Read).ToList();
        return Join(inputs, suite, logs);
    }

    private static Documentation Join(Inputs inputs, Suite suite, List<MessageLog> logs)
    {
        var joiner = new Joiner(suite);
        logs.ForEach(joiner.Add);
        var run = new Run([.. logs.Select(log => log.File)]);
        var quarantine = inputs.Quarantine is { } file ? QuarantineFile.Read(file, suite) : null;
        var held = Held(quarantine, suite);
        var outcomes = suite.Examples.Select(example => Judge.Of(
            example, joiner.AttemptsAt(example), held.GetValueOrDefault(example.Anchor))).ToArray();
        return new(suite, run, outcomes)
        {
            State = RunStates.Of(run, outcomes, joiner.Strays),
            Commit = inputs.Commit ?? run.Files
                .Select(part => part.Commit).FirstOrDefault(commit => commit.Length > 0) ?? "",
            Strays = joiner.Strays,
            Quarantine = quarantine,
            Requirements = inputs.Requirements is { } path
                ? RequirementsFile.Cover(RequirementsFile.Read(path), outcomes)
                : null,
        };
    }

    private static Dictionary<string, QuarantineEntry> Held(Quarantine? quarantine, Suite suite)
    {
        var held = new Dictionary<string, QuarantineEntry>(StringComparer.Ordinal);
        foreach (var entry in quarantine?.Entries ?? [])
        {
            foreach (var example in QuarantineFile.Examples(entry, suite))
            {
                held.TryAdd(example.Anchor, entry);
            }
        }

        return held;
    }
}
