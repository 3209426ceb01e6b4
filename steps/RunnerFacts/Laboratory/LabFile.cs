using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RunnerFacts.Laboratory;

/// <summary>A feature or settings file that exists in memory only.</summary>
internal sealed class LabFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
