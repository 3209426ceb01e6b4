using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Drivers;

/// <summary>
/// The index keeps no text; it is shown from git. Content that no commit has is told by its hashes: the blob's id, or the
/// hash of its one chunk.
/// </summary>
internal sealed class KnownTexts(IEnumerable<string> cells)
{
    private readonly Dictionary<string, string> _texts = cells.SelectMany(Hashes)
        .DistinctBy(pair => pair.Hash).ToDictionary(pair => pair.Hash, pair => pair.Text);

    /// <summary>The text of a file; empty where neither git nor the feature knows it.</summary>
    public string Of(IndexedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Length > 0 ? file.Text
            : _texts.GetValueOrDefault(file.Blob)
            ?? (file.Entries is [var only] ? _texts.GetValueOrDefault(only.Sha256, "") : "");
    }

    private static IEnumerable<(string Hash, string Text)> Hashes(string cell)
    {
        var bytes = ContentSample.Read(cell).Bytes;
        if (OracleText.Read(bytes) is not { } text)
        {
            yield break;
        }

        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0"));
        using var git = IncrementalHash.CreateHash(HashAlgorithmName.SHA1); // the name that git gives the content
        git.AppendData([.. head, .. bytes]);
        yield return (Convert.ToHexStringLower(git.GetHashAndReset()), text.Text);
        yield return (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text))), text.Text);
    }
}
