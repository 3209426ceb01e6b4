using System.Text;

namespace Neap.Content;

/// <summary>Which manifests speak for the repository: not those that were copied in, and not those that tests read.</summary>
internal static class OwnManifests
{
    private static readonly HashSet<string> TestData =
        new(["testdata", "test-data", "fixtures", "__fixtures__"], StringComparer.Ordinal);

    private static readonly HashSet<string> MavenTests = new(["src/test", "src/it"], StringComparer.Ordinal);

    /// <summary>True where a folder holds the repository's own projects.</summary>
    /// <param name="folder">The folder of a manifest; empty at the top.</param>
    public static bool MayLieIn(ReadOnlySpan<byte> folder)
    {
        for (var rest = folder; !rest.IsEmpty; rest = rest[..Math.Max(0, rest.LastIndexOf((byte)'/'))])
        {
            if (KnownPaths.IsVendoredFolder(rest) || IsTestData(Encoding.UTF8.GetString(rest)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTestData(string folder)
    {
        var parts = folder.Split('/');
        return TestData.Contains(parts[^1]) || MavenTests.Contains(string.Join('/', parts[^Math.Min(2, parts.Length)..]));
    }
}
