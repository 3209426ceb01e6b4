namespace Neap.Changes;

/// <summary>The range of a feed: everything that differs between two commits.</summary>
/// <param name="From">Where it starts; null for the beginning, before there was any file.</param>
/// <param name="To">Where it ends.</param>
public sealed record CommitRange(RefName? From, RefName To)
{
    private const string Dots = "..";

    /// <summary>
    /// Reads <c>A..B</c>; <c>B</c> and <c>..B</c> start from nothing, <c>A..</c> ends at <c>HEAD</c>.
    /// </summary>
    /// <exception cref="NeapException">Three dots, or no range (<see cref="FailureKind.Usage"/>).</exception>
    public static CommitRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains("...", StringComparison.Ordinal))
        {
            throw GitFailures.ThreeDots(text);
        }

        var at = text.IndexOf(Dots, StringComparison.Ordinal);
        var from = at <= 0 ? null : text[..at];
        var to = at < 0 ? text : text[(at + Dots.Length)..];
        RefName first = default;
        var valid = RefName.TryParse(to.Length == 0 && from is not null ? "HEAD" : to, out var last)
            && (from is null || RefName.TryParse(from, out first));
        return valid
            ? new CommitRange(from is null ? null : first, last)
            : throw GitFailures.BadRange(text);
    }
}
