using Specs.Report.Diff;
using Specs.Report.Joining;
using Specs.Report.Model;

namespace Specs.Report.Evidence;

/// <summary>Reads the documentation and all that stands beside it.</summary>
internal static class FindingsReader
{
    /// <exception cref="SpecsException">An input is missing or cannot be read.</exception>
    public static Findings Read(Inputs inputs, DateOnly today)
    {
        var documentation = DocumentationReader.Read(inputs);
        return new(
            documentation,
            inputs.History is { } history ? HistoryFile.Read(history, documentation.Run.Started) : null,
            [.. MetricReader.Attached(documentation), .. inputs.Metrics.SelectMany(MetricReader.Read)],
            inputs.Caught is { } caught ? CaughtFile.Read(caught) : null,
            inputs.Base is { } version
                ? FeatureDifference.SinceCommit(version, inputs.Features, documentation.Suite)
                : null)
        {
            Mutants = inputs.Mutants is { } mutants ? MutantsFile.Read(mutants) : null,
            Lint = inputs.Lint is { } lint ? SarifFile.Read(lint) : null,
            Coverage = inputs.Coverage.Count > 0 ? CoberturaFile.Read(inputs.Coverage) : null,
            Today = today,
        };
    }
}
