namespace Specs.Runner.Generator;

/// <summary>Where a feature says what it is called (line and column count from 1), and the class that this becomes.</summary>
internal sealed record FeatureTitle(string Path, int Line, int Column, string Text, string TestClass)
{
    public static FeatureTitle None(string path) => new(path, 1, 1, "", "");

    public string ClassName => TestClass.Substring(TestClass.LastIndexOf(':') + 1);
}
