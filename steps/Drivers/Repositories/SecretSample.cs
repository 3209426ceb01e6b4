using System.Security.Cryptography;
using System.Text;

namespace Drivers;

/// <summary>Things that look like secrets and are none.</summary>
internal static class SecretSample
{
    /// <summary>A key in the armour that tools write, around bytes that are no key.</summary>
    public static string Key(string kind, string headers = "")
    {
        var body = string.Concat(Enumerable.Range(0, 4).Select(line => Convert.ToBase64String(Noise($"{kind} {line}", 48)) + "\n"));
        return $"-----BEGIN {kind}-----\n{headers}{body}-----END {kind}-----\n";
    }

    /// <summary>A mark with letters and digits behind it.</summary>
    public static string Token(string mark, int length) =>
        mark + Convert.ToHexStringLower(Noise(mark, length))[..(length / 2)] + new string([.. Noise(mark, length).Take(length - (length / 2)).Select(value => (char)('A' + (value % 26)))]);

    private static byte[] Noise(string seed, int length) => [.. Enumerable.Range(0, (length / 32) + 1)
        .SelectMany(part => SHA256.HashData(Encoding.ASCII.GetBytes($"{seed} {part}"))).Take(length)];
}
