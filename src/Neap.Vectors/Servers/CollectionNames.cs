using System.Security.Cryptography;
using System.Text;
using Neap.Core;

namespace Neap.Vectors.Servers;

/// <summary>The names of collections on a server.</summary>
internal static class CollectionNames
{
    private const int LongestPart = 40;

    /// <summary>
    /// A name that every server takes: a capital letter, then letters, digits and underscores. Collections of other names
    /// or with vectors of another embedder never share one.
    /// </summary>
    public static string Of(Revision revision)
    {
        var (collection, key) = (revision.Slot.Collection, revision.Content);
        var plain = new string([.. collection.Take(LongestPart).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{collection}\0{key.Embedder}\0{key.Dimensions}"));
        return $"Neap_{plain}_{Convert.ToHexStringLower(digest.AsSpan(0, 4))}";
    }
}
