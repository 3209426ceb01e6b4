namespace Neap.Content;

/// <summary>What one piece of a pattern accepts.</summary>
internal enum PatternOp : byte
{
    /// <summary>One given byte.</summary>
    Literal,

    /// <summary>Any byte but a slash.</summary>
    Any,

    /// <summary>A byte of a set; never a slash.</summary>
    Set,

    /// <summary>Any number of bytes that are not a slash.</summary>
    Star,

    /// <summary><c>**/</c>: any number of whole folders.</summary>
    Folders,

    /// <summary><c>/**</c> at the end: everything below.</summary>
    Rest,
}

/// <summary>One piece of a compiled pattern.</summary>
/// <param name="Op">What it accepts.</param>
/// <param name="Value">The byte of a <see cref="PatternOp.Literal"/>.</param>
/// <param name="Set">256 answers of a <see cref="PatternOp.Set"/>.</param>
internal readonly record struct PatternToken(PatternOp Op, byte Value = 0, bool[]? Set = null)
{
    /// <summary>Whether a token that stands for exactly one byte accepts it.</summary>
    public bool Accepts(byte value) => Op switch
    {
        PatternOp.Literal => value == Value,
        PatternOp.Any => value != '/',
        _ => value != '/' && Set![value],
    };
}
