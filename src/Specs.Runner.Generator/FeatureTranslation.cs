using Specs.Runner.Generator.Reading;
using Specs.Runner.Generator.Writing;

namespace Specs.Runner.Generator;

/// <summary>The C# text of one feature, or why there is none; compared by text, so the compiler can cache it.</summary>
internal sealed record FeatureTranslation(FeatureTitle Title, string HintName, string Source, string Problems)
{
    private const char Between = '\u001e';
    private const char Within = '\u001f';

    public IEnumerable<Problem> ProblemList => Problems
        .Split(new[] { Between }, StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(Within))
        .Select(part => new Problem(int.Parse(part[0]), int.Parse(part[1]), part[2]));

    public static FeatureTranslation Of(FeatureFile file, ProjectOptions project, RunnerSettings settings)
    {
        var reading = FeatureReader.Read(file, settings);
        if (reading.Problems.Count > 0 || reading.Document?.Feature is null)
        {
            return Of(file.Path, reading.Problems);
        }

        var feature = new FeatureModel(file, reading.Document, project, settings);
        var problems = FeatureRules.Check(feature);
        return problems.Count > 0
            ? Of(file.Path, problems)
            : new(TitleOf(feature), SourceNames.Of(file.Uri), FeatureClassWriter.Write(feature), "");
    }

    /// <summary>No class, for these reasons.</summary>
    public static FeatureTranslation Of(string path, IEnumerable<Problem> problems) =>
        new(FeatureTitle.None(path), "", "", Pack(problems));

    private static FeatureTitle TitleOf(FeatureModel feature)
    {
        var at = feature.Feature.Location;
        return new(feature.File.Path, at.Line, at.Column, feature.Feature.Name, feature.FullName);
    }

    private static string Pack(IEnumerable<Problem> problems) => string.Join(
        Between.ToString(),
        problems.Select(problem => $"{problem.Line}{Within}{problem.Column}{Within}{problem.Message}"));
}
