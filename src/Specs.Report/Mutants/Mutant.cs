using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Specs.Report.Mutants;

/// <summary>A small change of one place in the source, made by a rule and not by thought.</summary>
/// <param name="File">The source file, below the top of the repository.</param>
/// <param name="Line">The line of the place, counted from 1.</param>
/// <param name="Start">Where the place begins, in characters from the start of the file.</param>
/// <param name="Was">What stands there.</param>
/// <param name="Becomes">What stands there instead.</param>
/// <param name="Context">The member and the line that hold the place, which lines added elsewhere do not change.</param>
internal sealed record Mutant(string File, int Line, int Start, string Was, string Becomes, string Context)
{
    /// <summary>Its name: the same as long as the line that it changes, and the member around it, are the same.</summary>
    public string Id => Convert.ToHexStringLower(Digest($"{File}\n{Context}\n{Was}\n{Becomes}").AsSpan(0, 4));

    /// <summary>Its place in a drawing of lots.</summary>
    public string Lot(int seed) => Convert.ToHexStringLower(Digest(seed.ToString(CultureInfo.InvariantCulture) + Id));

    /// <summary>What becomes what, in one line.</summary>
    public string Change => $"{OneLine(Was)} => {OneLine(Becomes)}";

    /// <summary>Code in one line.</summary>
    public static string OneLine(string code) =>
        string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
