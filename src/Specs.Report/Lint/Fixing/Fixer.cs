using Specs.Report.Lint.Sources;

namespace Specs.Report.Lint.Fixing;

/// <summary>Mends what a program can mend: layout, and the order of definitions.</summary>
internal static class Fixer
{
    /// <summary>How many files were changed.</summary>
    /// <param name="subject">What was read; it is old afterwards.</param>
    /// <param name="pathOf">Turns the name of a file, as findings have it, into its path.</param>
    public static int Fix(LintSubject subject, Func<string, string> pathOf)
    {
        var features = subject.Features
            .Where(feature => FeatureLayout.Of(feature).Any())
            .Select(feature => (Path: pathOf(feature.File), Text: FeatureLayout.Mend(feature)));
        var bindings = subject.Bindings
            .Where(binding => binding.IsFirst)
            .GroupBy(binding => binding.File)
            .Where(file => file.Zip(file.Skip(1)).Any(pair => BindingOrder.Compare(pair.First, pair.Second) > 0))
            .Select(file => (Path: pathOf(file.Key), Text: Sorted(pathOf(file.Key), [.. file])));
        var mended = features.Concat(bindings).ToArray();
        foreach (var (path, text) in mended)
        {
            File.WriteAllText(path, text);
        }

        return mended.Length;
    }

    private static string Sorted(string path, IReadOnlyList<BindingText> definitions) =>
        BindingOrder.Sort(File.ReadAllText(path), definitions);
}
