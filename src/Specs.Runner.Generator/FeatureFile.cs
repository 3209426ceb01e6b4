using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Specs.Runner.Generator;

/// <summary>A feature file as the project sees it: where it lies, under which link, and its text.</summary>
internal sealed record FeatureFile(string Path, string Uri, string Text)
{
    private const string LinkMetadata = "build_metadata.AdditionalFiles.FeatureLink";

    public static FeatureFile From(
        AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        var linked = options.GetOptions(file).TryGetValue(LinkMetadata, out var link) && link.Length > 0;
        var uri = linked ? link! : System.IO.Path.GetFileName(file.Path);
        return new(file.Path, uri.Replace('\\', '/'), file.GetText(cancellation)?.ToString() ?? "");
    }

    /// <summary>The folder below the project, forward slashes, empty at the top.</summary>
    public string Folder => (System.IO.Path.GetDirectoryName(Uri) ?? "").Replace('\\', '/');
}
