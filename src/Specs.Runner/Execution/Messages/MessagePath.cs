using System.Globalization;
using System.Text.RegularExpressions;

namespace Reqnroll.Execution;

/// <summary>Fills the variables of an output path: <c>{timestamp}</c> and <c>{env:NAME}</c>.</summary>
internal static partial class MessagePath
{
    public static string Expand(string path, TimeProvider clock) => Variable().Replace(path, found =>
        found.Groups["name"].Success
            ? Environment.GetEnvironmentVariable(found.Groups["name"].Value) ?? ""
            : clock.GetUtcNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{(?:timestamp|env:(?<name>\w+))\}")]
    private static partial Regex Variable();
}
