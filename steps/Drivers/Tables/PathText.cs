using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Drivers;

/// <summary>How odd paths are written in tables: <c>\uXXXX</c> for a character, <c>\udcXX</c> for a byte that is not UTF-8.</summary>
public static partial class PathText
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["(a path with a tab)"] = "price\tlist.txt",
        ["(café.txt, composed)"] = "caf\u00e9.txt",
        ["(café.txt, decomposed)"] = "cafe\u0301.txt",
    };

    /// <summary>The path that a cell means, with bytes that are not UTF-8 as lone surrogates.</summary>
    public static string Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (Named.TryGetValue(cell, out var named))
        {
            return named;
        }

        return LongPath().Match(cell) is { Success: true } sample
            ? OfLength(
                int.Parse(sample.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
                sample.Groups[2].Value == "bytes" ? static _ => 'a' : Letter)
            : Escape().Replace(cell, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
    }

    /// <summary>A path as a cell writes it.</summary>
    public static string Show(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var lone = char.IsSurrogate(path[i]) && !IsHalfOfPair(path, i);
            text.Append(lone || char.IsControl(path[i]) ? $"\\u{(int)path[i]:x4}" : path[i].ToString());
        }

        return text.ToString();
    }

    /// <summary>The bytes that git keeps.</summary>
    public static byte[] Bytes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsSurrogate(path[i]) && !IsHalfOfPair(path, i))
            {
                bytes.Add((byte)(path[i] & 0xFF));
                continue;
            }

            var length = char.IsHighSurrogate(path[i]) ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(path, i, length));
            i += length - 1;
        }

        return [.. bytes];
    }

    /// <summary>The path of bytes that git keeps.</summary>
    public static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var done = Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            text.Append(done ? rune.ToString() : ((char)(0xDC00 | bytes[0])).ToString());
            bytes = bytes[(done ? used : 1)..];
        }

        return text.ToString();
    }

    private static bool IsHalfOfPair(string text, int i) =>
        (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static string OfLength(int bytes, Func<int, char> letter)
    {
        const int Segment = 200;
        const string Ending = ".py";
        var path = new StringBuilder();
        while (path.Length < bytes - Ending.Length)
        {
            path.Append(path.Length % (Segment + 1) == Segment ? '/' : letter(path.Length));
        }

        return path.Append(Ending).ToString();
    }

    /// <summary>Letters in which nothing repeats itself, the same ones each time.</summary>
    private static char Letter(int place)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
        var digest = SHA256.HashData(BitConverter.GetBytes(place));
        return Letters[digest[0] % Letters.Length];
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\(a path of ([0-9,]+) (bytes|mixed letters)\)$")]
    private static partial Regex LongPath();
}
