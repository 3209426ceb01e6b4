using System.Text.RegularExpressions;

namespace Specs.Report.Caught;

/// <summary>A reason as it may be kept for good: the folders of the machine that it came from are left out.</summary>
internal static partial class PortableReason
{
    /// <summary>The reason; of an absolute path only the last name is left.</summary>
    public static string Of(string reason) => Folders().Replace(reason, "…/");

    [GeneratedRegex(@"(?<![\w.:/])/(?:[^\s/'"":,]+/)+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folders();
}
