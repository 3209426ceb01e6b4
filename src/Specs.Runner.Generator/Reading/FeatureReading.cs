using Gherkin.Ast;

namespace Specs.Runner.Generator.Reading;

/// <summary>A parsed document, or the problems that kept it from being parsed.</summary>
internal sealed record FeatureReading(GherkinDocument? Document, IReadOnlyList<Problem> Problems);
