using System.Text.RegularExpressions;

namespace Neap.Content;

/// <summary>Settings of Gradle, Groovy's or Kotlin's, as words, texts and marks; comments are gone.</summary>
internal static partial class GradleText
{
    /// <summary>The pieces, in order.</summary>
    public static GradlePiece[] Read(string text) =>
        [.. Pieces().Matches(text).Where(piece => !piece.Groups["comment"].Success).Select(Piece)];

    private static GradlePiece Piece(Match piece) => (piece.Groups["text"].Success, piece.Groups["word"].Success) switch
    {
        (true, _) => new GradlePiece(PieceKind.Text, piece.Groups["text"].Value.Trim('"', '\'')),
        (_, true) => new GradlePiece(PieceKind.Word, piece.Value),
        _ => new GradlePiece(PieceKind.Mark, piece.Value),
    };

    // What is in quotes comes first, because "https://" begins no comment. Nothing has to be closed: a hostile file
    // would be searched for its end once for each beginning.
    [GeneratedRegex(
        """
        (?<text>\"{3}[\s\S]*?(?:\"{3}|\z)|'{3}[\s\S]*?(?:'{3}|\z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)
        |(?<comment>//[^\n]*|/\*[\s\S]*?(?:\*/|\z))
        |(?<word>[A-Za-z_]\w*)
        |(?<mark>\S)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();
}

/// <summary>A piece of Gradle's settings.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text without its quotes.</param>
internal readonly record struct GradlePiece(PieceKind Kind, string Value);

/// <summary>What a piece of text is.</summary>
internal enum PieceKind
{
    /// <summary>A name.</summary>
    Word,

    /// <summary>Something in quotes.</summary>
    Text,

    /// <summary>Any other sign.</summary>
    Mark,
}
