using System.Text;
using Neap.Vectors.Stores;

namespace Neap.Vectors.Sqlite;

/// <summary>The words of one enumeration, in UTF-8.</summary>
internal sealed class WordTable
{
    private readonly string _kind;
    private readonly (int Value, byte[] Word)[] _words;

    public WordTable(string kind, params (int Value, string Word)[] words)
    {
        _kind = kind;
        _words = new (int, byte[])[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            _words[i] = (words[i].Value, Encoding.UTF8.GetBytes(words[i].Word));
        }
    }

    public ReadOnlySpan<byte> Of(int value)
    {
        foreach (var (candidate, word) in _words)
        {
            if (candidate == value)
            {
                return word;
            }
        }

        throw new InvalidOperationException($"{value} is no {_kind} that can be stored.");
    }

    /// <summary>
    /// The value of a word. A word that this version does not know means that the file was tampered with.
    /// </summary>
    /// <exception cref="Neap.Core.NeapException">It is no such word.</exception>
    public int Read(ReadOnlySpan<byte> word)
    {
        foreach (var (value, candidate) in _words)
        {
            if (word.SequenceEqual(candidate))
            {
                return value;
            }
        }

        throw IndexDamage.Of($"'{Encoding.UTF8.GetString(word)}' is no {_kind}.");
    }
}
