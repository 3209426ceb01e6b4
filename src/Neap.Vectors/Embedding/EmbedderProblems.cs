using Neap.Core;

namespace Neap.Vectors.Embedding;

/// <summary>Wrong settings, told all at once.</summary>
internal static class EmbedderProblems
{
    public static void ThrowIfAny(IEnumerable<string> problems)
    {
        var all = problems.ToArray();
        if (all.Length > 0)
        {
            throw new NeapException(
                FailureKind.Usage,
                $"The embedder cannot be set up. {string.Join(' ', all)}",
                "Nothing was sent or stored. Correct the settings, then check them with `neap config check`.");
        }
    }
}
