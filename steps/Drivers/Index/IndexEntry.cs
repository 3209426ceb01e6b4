using System.Text.Json;

namespace Drivers;

/// <summary>One line of <c>index export --text</c>.</summary>
public sealed record IndexEntry(
    IndexSlot Slot, string Id, string Commit, string Path, string Blob)
{
    public int Chunk { get; init; }

    public long Offset { get; init; }

    public int Length { get; init; }

    public int FirstLine { get; init; }

    public int LastLine { get; init; }

    public string Sha256 { get; init; } = "";

    public string Encoding { get; init; } = "";

    public long Size { get; init; }

    public string Tier { get; init; } = "";

    public string Language { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Reads one line.</summary>
    public static IndexEntry Read(JsonElement line) => new(
        new IndexSlot(line.Text("collection"), line.Text("repository"), line.Text("ref")),
        line.Text("id"), line.Text("commit"), line.Text("path"), line.Text("blob"))
    {
        Chunk = (int)line.Number("chunk"),
        Offset = line.Number("offset"),
        Length = (int)line.Number("length"),
        FirstLine = (int)line.Number("first_line"),
        LastLine = (int)line.Number("last_line"),
        Sha256 = line.Text("sha256"),
        Encoding = line.Text("encoding"),
        Size = line.Number("size"),
        Tier = line.Text("tier"),
        Language = line.Text("language"),
        Text = line.Text("text"),
    };
}

/// <summary>What a revision is kept for.</summary>
public sealed record IndexSlot(string Collection, string Repository, string Ref);

/// <summary>Everything the index shows of one file.</summary>
public sealed record IndexedFile(IndexSlot Slot, string Path, IReadOnlyList<IndexEntry> Entries)
{
    /// <summary>The content it stands for.</summary>
    public string Blob => Entries[0].Blob;

    /// <summary>The text of all chunks in order.</summary>
    public string Text => string.Concat(Entries.OrderBy(entry => entry.Chunk).Select(entry => entry.Text));
}

/// <summary>The whole visible index at one moment.</summary>
public sealed record IndexState(IReadOnlyList<IndexEntry> Entries)
{
    /// <summary>The index file by file.</summary>
    public IReadOnlyDictionary<(IndexSlot Slot, string Path), IndexedFile> Files { get; } = Entries
        .GroupBy(entry => (entry.Slot, entry.Path))
        .ToDictionary(group => group.Key, group => new IndexedFile(group.Key.Slot, group.Key.Path, [.. group]));
}
