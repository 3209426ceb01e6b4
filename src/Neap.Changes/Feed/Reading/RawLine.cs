namespace Neap.Changes;

/// <summary>A line of the input as bytes.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">What stands in it, without the line end; valid until the next line is read.</param>
/// <param name="End">How it ends.</param>
internal readonly record struct RawLine(long Number, ReadOnlyMemory<byte> Bytes, LineEnd End);

/// <summary>How a line ends.</summary>
internal enum LineEnd
{
    /// <summary>With a line feed.</summary>
    Whole,

    /// <summary>With the input, before a line feed came.</summary>
    Input,

    /// <summary>It is longer than any line may be; only its start was kept.</summary>
    TooLong,
}
