namespace Specs.Runner.Generator;

/// <summary>The file names that the compiler knows the generated classes by; it compares them without case and refuses most signs.</summary>
internal static class SourceNames
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A readable name, made unique by the path's hash (FNV-1a, 32 bits).</summary>
    public static string Of(string uri)
    {
        var readable = new string([.. uri.Replace("../", "").Select(letter => IsPlain(letter) ? letter : '.')]);
        return $"{readable}.{Hash(uri):x8}.g.cs";
    }

    private static bool IsPlain(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    private static uint Hash(string text)
    {
        var hash = Basis;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return hash;
    }
}
