using System.Text;

namespace Neap.Changes;

/// <summary>The file <c>packed-refs</c>: one <c>id SP name LF</c> a line.</summary>
/// <param name="commonDirectory">The folder it is in.</param>
internal sealed class PackedRefs(string commonDirectory)
{
    private byte[]? _bytes;

    /// <summary>What the file holds for a ref.</summary>
    public RefValue Find(string full)
    {
        var bytes = (_bytes ??= Read()).AsSpan();
        var wanted = Encoding.UTF8.GetBytes($" {full}\n");
        var at = bytes.IndexOf(wanted);
        if (at < 0)
        {
            return new RefValue.Absent();
        }

        var start = bytes[..at].LastIndexOf((byte)'\n') + 1;
        return ObjectId.TryParse(bytes[start..at], out var id) ? new RefValue.Commit(id) : new RefValue.Unclear();
    }

    private byte[] Read()
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(commonDirectory, "packed-refs"));
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
