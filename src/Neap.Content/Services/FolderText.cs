using System.Buffers;
using System.Globalization;
using System.Text;
using Neap.Core;

namespace Neap.Content;

/// <summary>A folder as part of a longer text: every byte that could end it there, or is no letter, stands as <c>%XX</c>.</summary>
internal static class FolderText
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/"u8);

    public static string Write(RepoPath folder)
    {
        var text = new StringBuilder(folder.Bytes.Length);
        foreach (var letter in folder.Bytes)
        {
            _ = Plain.Contains(letter)
                ? text.Append((char)letter)
                : text.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">A <c>%</c> is not followed by two hexadecimal digits.</exception>
    public static RepoPath Read(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                bytes.Add(byte.Parse(text.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return RepoPath.FromGit([.. bytes]);
    }
}
