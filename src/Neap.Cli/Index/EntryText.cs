using System.Text;
using Neap.Content;
using Neap.Core;

namespace Neap.Cli;

/// <summary>An entry's text, cut out of its blob.</summary>
internal static class EntryText
{
    public static string Of(EntryRecord entry, ReadOnlyMemory<byte> blob)
    {
        var bytes = blob.Slice(checked((int)entry.Range.OffsetBytes), entry.Range.LengthBytes);
        return Encoding.UTF8.GetString(BlobText.Decode(entry.Encoding, bytes).Span);
    }
}
