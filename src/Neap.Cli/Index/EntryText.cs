using Neap.Content;
using Neap.Core;

namespace Neap.Cli;

/// <summary>An entry's text, cut out of its blob.</summary>
internal static class EntryText
{
    public static string Of(EntryRecord entry, ReadOnlyMemory<byte> blob) => BlobText.Decode(
        entry.Encoding, blob.Span.Slice(checked((int)entry.Range.OffsetBytes), entry.Range.LengthBytes));
}
