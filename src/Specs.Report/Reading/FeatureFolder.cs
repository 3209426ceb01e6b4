using Gherkin;
using Gherkin.Ast;
using Specs.Report.Model;

namespace Specs.Report.Reading;

/// <summary>Reads what is specified from a folder of feature files.</summary>
internal static class FeatureFolder
{
    /// <exception cref="SpecsException">There is no such folder, or a feature in it cannot be parsed.</exception>
    public static Suite Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw SpecsException.Input($"There is no features folder {folder}; name it with --features.");
        }

        var files = Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'),
                Text: File.ReadAllText(file)));
        return Read(files);
    }

    /// <summary>Reads features whose text is at hand.</summary>
    /// <param name="files">Paths below the features folder, with the text.</param>
    public static Suite Read(IEnumerable<(string Path, string Text)> files)
    {
        var anchors = new AnchorBook();
        return new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, Document: Parse(file.Path, file.Text)))
            .Where(file => file.Document.Feature is not null)
            .Select(file => new FeatureBuilder(file.Path, anchors).Build(file.Document.Feature))]);
    }

    private static GherkinDocument Parse(string path, string text)
    {
        try
        {
            using var reader = new StringReader(text);
            return new Parser().Parse(new TokenScanner(reader), new TokenMatcher(new GherkinDialectProvider()));
        }
        catch (ParserException wrong)
        {
            throw SpecsException.Input($"{path} is not a feature that can be read: {wrong.Message}", wrong);
        }
    }
}
