using System.Text;
using System.Text.Json;
using Benchmarks.Rows;

namespace Benchmarks.Peers;

/// <summary>What an index of one commit holds: given to the peers before they start, and compared with them afterwards.</summary>
/// <remarks>It comes from an index that <c>neap index verify</c> has just compared with git.</remarks>
internal sealed class Plan
{
    private const int OrdinalBits = 16;
    private readonly List<(string Path, string Blob, List<Part> Parts)> _files;

    private Plan(List<(string Path, string Blob, List<Part> Parts)> files) => _files = files;

    /// <summary>Reads the index in a file that holds one.</summary>
    public static Plan Read(string store)
    {
        using var index = new Connection(store);
        var parts = index.Rows("SELECT id, offset, length, vec FROM chunk ORDER BY id")
            .GroupBy(row => row[0].Number >> OrdinalBits, row => new Part(row[1].Number, row[2].Number, row[3].Bytes))
            .ToDictionary(blob => blob.Key, blob => blob.ToList());
        var files = index.Rows("SELECT path, oid, blob FROM file WHERE blob IS NOT NULL ORDER BY path");
        return new Plan(
        [
            .. from file in files
               where parts.ContainsKey(file[2].Number)
               select (Encoding.Latin1.GetString(file[0].Bytes), Convert.ToHexStringLower(file[1].Bytes), parts[file[2].Number]),
        ]);
    }

    /// <summary>Writes what a peer is given.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var contents = _files.DistinctBy(file => file.Blob).ToList();
        var places = contents.Select((file, index) => (file.Blob, index)).ToDictionary(place => place.Blob, place => place.index);
        var next = 0;
        File.WriteAllText(Path.Combine(folder, "plan.json"), JsonSerializer.Serialize(new
        {
            vectorBytes = contents.Count == 0 ? 0 : contents[0].Parts[0].Vector.Length,
            files = _files.Select(file => (object[])[file.Path, places[file.Blob]]),
            contents = contents.Select(file =>
                (object[])[file.Blob, file.Parts.Select(part => (long[])[part.Offset, part.Length, next++])]),
        }));
        using var vectors = File.Create(Path.Combine(folder, "vectors"));
        foreach (var part in contents.SelectMany(file => file.Parts))
        {
            vectors.Write(part.Vector);
        }
    }

    /// <summary>How many parts a peer's store lacks, holds in vain, holds twice or with another vector.</summary>
    public long Differences(string folder)
    {
        var file = Path.Combine(folder, "rows.json");
        var wanted = _files.SelectMany(each => each.Parts.Select((part, number) => (Key: (each.Path, number), part.Vector)))
            .ToDictionary(part => part.Key, part => part.Vector);
        if (!File.Exists(file))
        {
            return wanted.Count;
        }

        using var stored = JsonDocument.Parse(File.ReadAllBytes(file));
        var vectors = File.ReadAllBytes(Path.Combine(folder, "vectors"));
        var rows = stored.RootElement.GetProperty("rows");
        var size = rows.GetArrayLength() == 0 ? 0 : vectors.Length / rows.GetArrayLength();
        var (wrong, at) = (0L, 0);
        foreach (var row in rows.EnumerateArray())
        {
            var vector = vectors.AsSpan(at, size);
            at += size;
            wrong += wanted.Remove((row[1].GetString()!, row[2].GetInt32()), out var right) && vector.SequenceEqual(right) ? 0 : 1;
        }

        return wrong + wanted.Count;
    }

    private sealed record Part(long Offset, long Length, byte[] Vector);
}
