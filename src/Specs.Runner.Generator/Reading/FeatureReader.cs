using Gherkin;

namespace Specs.Runner.Generator.Reading;

/// <summary>Parses a feature file with Gherkin's own parser.</summary>
internal static class FeatureReader
{
    public static FeatureReading Read(FeatureFile file, RunnerSettings settings)
    {
        try
        {
            using var text = new StringReader(file.Text);
            var scanner = new TokenScanner(text);
            var matcher = new TokenMatcher(new GherkinDialectProvider(settings.Dialect));
            return new(new Parser().Parse(scanner, matcher), []);
        }
        catch (CompositeParserException problems)
        {
            return new(null, problems.Errors.Select(Describe).ToArray());
        }
        catch (ParserException problem)
        {
            return new(null, [Describe(problem)]);
        }
    }

    /// <summary>Gherkin starts its messages with the place, which the compiler prints already.</summary>
    private static Problem Describe(ParserException problem)
    {
        var end = problem.Message.IndexOf("): ", StringComparison.Ordinal);
        var message = problem.Message.StartsWith("(", StringComparison.Ordinal) && end > 0
            ? problem.Message.Substring(end + 3)
            : problem.Message;
        return new(problem.Location?.Line ?? 1, problem.Location?.Column ?? 1, message);
    }
}
