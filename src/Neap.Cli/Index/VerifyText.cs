using System.Globalization;

namespace Neap.Cli;

/// <summary>The outcome of a verification in words.</summary>
internal static class VerifyText
{
    public static void Write(TextWriter output, IReadOnlyList<VerifiedDocument> verified)
    {
        foreach (var document in verified)
        {
            var what = $"{NameOf(document.Collection, document.Repository, document.Ref)} at {document.Commit ?? "no commit"}";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Verdict(document)}"));
            foreach (var difference in document.Differences)
            {
                var chunk = difference.Chunk is { } number ? $" chunk {number}" : "";
                output.WriteLine($"  {difference.Kind,-12} {Terminal.Safe(difference.Path)}{chunk}: {Terminal.Safe(difference.Detail)}");
            }
        }
    }

    /// <summary>What a revision is called on a terminal.</summary>
    public static string NameOf(string collection, string repository, string reference) =>
        Terminal.Safe($"{collection}/{repository} ({reference})");

    private static string Verdict(VerifiedDocument document) => (document.InStep, document.Repaired) switch
    {
        (true, 0) => $"in step; {document.Files:N0} files and {document.Entries:N0} entries compared with git.",
        (true, var repaired) => $"repaired; {repaired:N0} differences are mended and the index is in step.",
        (false, > 0) => $"{document.Differences.Count:N0} differences are left after the repair. `neap index rebuild` reads everything again.",
        _ => $"{document.Differences.Count:N0} differences. `neap index verify --repair` mends them from git.",
    };
}
