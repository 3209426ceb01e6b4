namespace Neap.Core;

/// <summary>A word of a question.</summary>
/// <param name="Forms">
/// The spellings it may have in a text, its own first, as the lexical index spells words; at least one, each once.
/// </param>
public sealed record SearchTerm(IReadOnlyList<string> Forms);

/// <summary>Which words of a question stand in a path: bit <c>n</c> is term <c>n</c>; terms from the 65th on have none.</summary>
/// <param name="Folders">Words of the folders.</param>
/// <param name="Name">Words of the file's name.</param>
public readonly record struct PathWords(ulong Folders, ulong Name);

/// <summary>Reads which words of a question stand in a path, given as git keeps it.</summary>
public delegate PathWords PathReader(ReadOnlySpan<byte> path);
