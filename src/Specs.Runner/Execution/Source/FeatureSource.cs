using System.Text.Json;

namespace Reqnroll.Execution;

/// <summary>A feature file as data.</summary>
public sealed record FeatureSource
{
    private readonly Lazy<Pickle[]> examples;

    /// <summary>Reads nothing yet.</summary>
    public FeatureSource() => examples = new(() => JsonSerializer.Deserialize<Pickle[]>(Examples!) ?? []);

    /// <summary>What the class that was generated for a feature holds.</summary>
    /// <exception cref="ReqnrollException">The class was not generated.</exception>
    internal static FeatureSource Of(Type testClass) =>
        testClass.GetProperty("__Source")?.GetValue(null) as FeatureSource
        ?? throw new ReqnrollException($"{testClass.FullName} was not made from a feature.");

    /// <summary>The xUnit class that was generated for it.</summary>
    public required Type TestClass { get; init; }

    /// <summary>The path below the suite, forward slashes.</summary>
    public required string Uri { get; init; }

    /// <summary>The feature's title.</summary>
    public required string Title { get; init; }

    /// <summary>The text below the title.</summary>
    public required string Description { get; init; }

    /// <summary>The language of the keywords and of the feature's culture.</summary>
    public required string Language { get; init; }

    /// <summary>The feature's tags, without the at sign.</summary>
    public required string[] Tags { get; init; }

    /// <summary>The source and its syntax tree, as two lines of Cucumber Messages.</summary>
    public required string Document { get; init; }

    /// <summary>Every executable example, as JSON.</summary>
    public required string Examples { get; init; }

    /// <summary>Every executable example, in the order of the file; read when first asked for.</summary>
    public Pickle[] Pickles => examples.Value;
}
